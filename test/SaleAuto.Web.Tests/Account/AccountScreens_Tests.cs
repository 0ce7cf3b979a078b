using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Auditing;
using SaleAuto.Demo;
using SaleAuto.Staff;

namespace SaleAuto.Account;

/// <summary>Profile, roles, accounts, settings and "see as" over HTTP, by the right and the wrong person.</summary>
public sealed class AccountScreens_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    [Theory]
    [InlineData("/admin/account")]
    [InlineData("/admin/account/password")]
    [InlineData("/admin/access")]
    [InlineData("/admin/accounts")]
    [InlineData("/admin/settings/company")]
    [InlineData("/admin/settings/calls")]
    [InlineData("/admin/settings/valuation")]
    public async Task Should_Show_The_Owner_Every_Page_In_Both_Languages(string path)
    {
        using var browser = await EnterAsync("owner");
        var russian = await browser.ReadAsync(path);
        russian.QuerySelector("h1")!.TextContent.ShouldMatch("[а-яё]");

        (await browser.SubmitAsync(await browser.ReadAsync("/admin/account"), "/admin/language", ("language", "en"))).Dispose();
        var english = await browser.ReadAsync(path);

        english.QuerySelector("main h1")!.TextContent.ShouldNotMatch("[а-яё]");
        foreach (var page in new[] { russian, english })
        {
            page.QuerySelectorAll("input:not([type=hidden]):not([hidden]), select").ShouldAllBe(x =>
                x.HasAttribute("aria-label") || x.HasAttribute("aria-labelledby") || x.Closest("label") != null || page.QuerySelector($"label[for='{x.Id}']") != null);
            page.All.Where(x => x.Id != null && x.Id.Length > 0).GroupBy(x => x.Id).ShouldAllBe(x => x.Count() == 1);
        }
    }

    [Theory]
    [InlineData("/admin/access")]
    [InlineData("/admin/accounts")]
    [InlineData("/admin/settings/company")]
    public async Task Should_Be_Closed_To_Managers(string path)
    {
        using var browser = await EnterAsync("manager");

        using var refused = await browser.GetAsync(path);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var scope = site.Services.CreateAsyncScope();
        var denied = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Set<AuditEntry>().Where(x => x.Action == AuditActions.AccessDenied);
        (await denied.AnyAsync(x => x.ActorId == DemoStaff.IdOf("manager"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Issue_A_Token_And_Show_It_Once()
    {
        using var browser = await EnterAsync("manager");
        var page = await browser.ReadAsync("/admin/account");

        using var issued = await browser.SubmitAsync(page, "/admin/account/tokens", ("name", "отчёт"), ("days", "7"), ("scopes", "read"));

        var token = (await StaffBrowser.ParseAsync(issued)).QuerySelector("#token")!.TextContent;
        (await CallAsync(token)).ShouldBe(HttpStatusCode.OK);
        var profile = await browser.ReadAsync("/admin/account");
        profile.Body!.TextContent.ShouldNotContain(token);
        var revoke = profile.Forms.First(x => x.GetAttribute("action")!.EndsWith("/revoke", StringComparison.Ordinal)).GetAttribute("action")!;
        (await browser.SubmitAsync(profile, revoke)).Dispose();
        (await CallAsync(token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Should_See_As_A_Seller_Without_Changing_Anything()
    {
        using var browser = await EnterAsync("owner");
        var seller = DemoStaff.IdOf("seller");
        var person = await browser.ReadAsync($"/admin/accounts/{seller}");
        (await browser.SubmitAsync(person, $"/admin/see-as/{seller}")).Dispose();

        using (var closed = await browser.GetAsync("/admin/accounts"))
        {
            closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            var page = await StaffBrowser.ParseAsync(closed);
            page.QuerySelector(".see-as")!.TextContent.ShouldContain("Игорь Панов");
            using var refused = await browser.SubmitAsync(person, $"/admin/accounts/{seller}/end-sessions");
            refused.StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
            (await browser.SubmitAsync(page, "/admin/see-as/end")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        (await browser.GetAsync("/admin/accounts")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_Invite_Somebody_Who_Then_Signs_In_Once_By_The_Link()
    {
        using var owner = await EnterAsync("owner");
        var name = $"new-{Guid.NewGuid():N}"[..20];
        using var invited = await owner.SubmitAsync(await owner.ReadAsync("/admin/accounts"), "/admin/accounts", ("fullName", "Новый Человек"), ("userName", name), ("role", StaffRoles.Manager));
        var link = new Uri((await StaffBrowser.ParseAsync(invited)).QuerySelector("#invitation")!.TextContent).AbsolutePath;

        using var guest = site.Open();
        var page = await guest.ReadAsync(link);
        using var accepted = await guest.SubmitAsync(page, link, ("fullName", "Новый Человек"), ("password", "собственная фраза"), ("repeated", "собственная фраза"));

        accepted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await guest.GetAsync("/admin/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var second = site.Open();
        (await second.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_Sign_In_By_A_Confirmation_In_The_Sandbox()
    {
        using var browser = site.Open();
        using var begun = await browser.SubmitAsync(await browser.ReadAsync("/admin/signin"), "/admin/signin/telegram");
        var page = await StaffBrowser.ParseAsync(begun);
        var code = page.QuerySelector(".entry__code")!.TextContent.Trim();
        using var waiting = await browser.SubmitAsync(page, "/admin/signin/telegram/state");
        waiting.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var bot = site.Open();
        using var answered = await bot.SubmitAsync(await bot.ReadAsync($"/sandbox/signin?code={code}"), "/sandbox/signin", ("chat", "1001"), ("answer", "yes"), ("code", code));
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var entered = await browser.SubmitAsync(page, "/admin/signin/telegram/state");

        entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/admin/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_Change_A_Setting_And_Keep_Its_History()
    {
        using var browser = await EnterAsync("owner");
        var page = await browser.ReadAsync("/admin/settings/deals");

        using var saved = await browser.SubmitAsync(page, "/admin/settings/deals", [("f.Minutes", "75"), ("do", "save")]);

        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await browser.ReadAsync("/admin/settings/deals");
        ((IHtmlInputElement)after.QuerySelector("#f-Minutes")!).Value.ShouldBe("75");
        after.Body!.TextContent.ShouldContain("Вера Климова");
    }

    private async Task<HttpStatusCode> CallAsync(string token)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (await http.GetAsync("/api/app/account")).StatusCode;
    }

    private async Task<StaffBrowser> EnterAsync(string userName)
    {
        var browser = site.Open();
        (await browser.SignInAsync(userName, DemoStaff.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }
}
