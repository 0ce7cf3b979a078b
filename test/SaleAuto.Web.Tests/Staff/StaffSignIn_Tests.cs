using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Demo;

namespace SaleAuto.Staff;

public sealed class StaffSignIn_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    [Fact]
    public async Task Should_Ask_To_Sign_In_And_Lead_Back()
    {
        using var browser = site.Open();

        using var asked = await browser.GetAsync("/admin/account?x=1");
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        asked.Headers.Location!.ToString().ShouldBe("/admin/signin?returnUrl=%2Fadmin%2Faccount%3Fx%3D1");

        using var signedIn = await browser.SignInAsync("manager", DemoStaff.Password, "/admin/account?x=1");
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        signedIn.Headers.Location!.ToString().ShouldBe("/admin/account?x=1");
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(x => x.StartsWith("sa_staff=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        (await browser.ReadAsync("/admin/account?x=1")).QuerySelectorAll(".card").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/admin/")]
    [InlineData("/\\evil.example")]
    [InlineData("/admin/signin")]
    [InlineData("/administration")]
    [InlineData("javascript:alert(1)")]
    public async Task Should_Not_Lead_To_A_Foreign_Address(string returnUrl)
    {
        using var browser = site.Open();

        using var signedIn = await browser.SignInAsync("owner", DemoStaff.Password, returnUrl);

        signedIn.Headers.Location!.ToString().ShouldBe("/admin");
    }

    [Fact]
    public async Task Should_Answer_An_Unknown_Name_Like_A_Wrong_Password()
    {
        using var browser = site.Open();

        using var wrong = await browser.SignInAsync("admin", "not the password");
        using var unknown = await browser.SignInAsync("nobody", "not the password");

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var (first, second) = (await StaffBrowser.ParseAsync(wrong), await StaffBrowser.ParseAsync(unknown));
        first.QuerySelector("[role=alert]")!.TextContent.ShouldBe(second.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task Should_Lock_The_Account_After_Five_Wrong_Passwords()
    {
        using var browser = site.Open();
        for (var i = 0; i < 5; i++)
        {
            (await browser.SignInAsync("manager2", "not the password")).Dispose();
        }

        using var right = await browser.SignInAsync("manager2", DemoStaff.Password);

        right.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var refused = await browser.GetAsync("/admin/leads");
        refused.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await ChangeAsync("manager2", staff => staff.LockoutEnd = DateTimeOffset.UtcNow.AddSeconds(-1));
        using var later = await browser.SignInAsync("manager2", DemoStaff.Password);
        later.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_Cut_A_Disabled_Person_Off_At_Once()
    {
        using var browser = site.Open();
        (await browser.SignInAsync("seller2", DemoStaff.Password)).Dispose();
        using var before = await browser.GetAsync("/admin/leads");
        before.StatusCode.ShouldBe(HttpStatusCode.Forbidden); // signed in, but a seller

        await ChangeAsync("seller2", staff => staff.Disable());

        using var after = await browser.GetAsync("/admin/leads");
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = await browser.SignInAsync("seller2", DemoStaff.Password);
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Should_End_The_Sessions_Of_A_Changed_Password()
    {
        using var browser = site.Open();
        (await browser.SignInAsync("owner", DemoStaff.Password)).Dispose();
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();

        await accounts.UpdateSecurityStampAsync((await accounts.FindByNameAsync("owner"))!);

        using var after = await browser.GetAsync("/admin/leads");
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_Refuse_A_Form_Of_A_Foreign_Page()
    {
        using var browser = site.Open();

        using var forged = await browser.Http.PostAsync(
            "/admin/signin",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["userName"] = "manager", ["password"] = DemoStaff.Password }));

        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var after = await browser.GetAsync("/admin/leads");
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_Sign_Out()
    {
        using var browser = site.Open();
        (await browser.SignInAsync("admin", DemoStaff.Password)).Dispose();
        var page = await browser.ReadAsync("/admin/leads");

        using var signedOut = await browser.SubmitAsync(page, "/admin/signout");

        signedOut.Headers.Location!.ToString().ShouldBe("/admin/signin");
        using var after = await browser.GetAsync("/admin/leads");
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task ChangeAsync(string userName, Action<StaffMember> change)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>();
        change(await db.Users.SingleAsync(x => x.UserName == userName));
        await db.SaveChangesAsync();
    }
}
