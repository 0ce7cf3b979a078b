using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Demo;

namespace SaleAuto.Accounting.Distributions;

/// <summary>The editor of the policy without script, the replay and the statements over HTTP, by the right and the wrong person.</summary>
public sealed class DistributionScreens_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    private const string Policy = "/admin/accounting/policy";
    private const string Draft = Policy + "/draft";

    [Fact]
    public async Task Should_Keep_What_Is_Typed_While_Rules_Are_Added_Moved_And_Removed()
    {
        using var browser = await EnterAsync("owner");
        var page = await browser.ReadAsync(Draft);
        Values(page, "Share").ShouldBe(["Reserve", "Manager", "BuyingSeller", "SellingSeller"]); // begins with what is in force

        page = await PressAsync(browser, page, "add", ("Rules[1].Value", "не число"), ("Note", "Летняя политика"));
        (page.QuerySelectorAll(".rule").Length, page.QuerySelector("[autofocus]")!.Id).ShouldBe((5, "rule-4-Share"));
        page = await PressAsync(browser, page, "up.4", ("Rules[4].Share", "Company"), ("Rules[4].Value", "7,5"), ("Rules[4].FromDays", "30"));
        Values(page, "Share").ShouldBe(["Reserve", "Manager", "BuyingSeller", "Company", "SellingSeller"]);
        Values(page, "Value").ShouldBe(["10", "не число", "20", "7,5", "20"]);
        page.QuerySelector("[autofocus]")!.Id.ShouldBe("rule-3-up");
        page = await PressAsync(browser, page, "remove.0");
        Values(page, "FromDays").ShouldBe(["", "", "30", ""]);
        page.QuerySelector("textarea")!.TextContent.ShouldBe("Летняя политика");

        var refused = await PressAsync(browser, page, "save", HttpStatusCode.UnprocessableEntity);
        refused.QuerySelectorAll(".problems a").Select(x => x.GetAttribute("href")).ShouldBe(["#rule-0-Value"]);
        refused.QuerySelector("#rule-0-Value")!.GetAttribute("aria-invalid").ShouldBe("true");
        Values(refused, "Value").ShouldBe(["не число", "20", "7,5", "20"]);
        (await browser.ReadAsync(Policy)).QuerySelector($"a[href='{Policy}/what-if']").ShouldBeNull("nothing was saved");
    }

    [Fact]
    public async Task Should_Lead_From_The_Draft_Over_The_Replay_To_The_Version_In_Force()
    {
        using var browser = await EnterAsync("owner");
        var editor = await browser.ReadAsync(Draft);
        using (var saved = await SendAsync(browser, editor, "save", ("Rules[1].Value", "5")))
        {
            saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        }
        var replay = await browser.ReadAsync(Policy + "/what-if?from=2020-01-01");
        replay.QuerySelectorAll(".sums").Length.ShouldBeGreaterThan(1, "the demo has sold cars");
        var page = await browser.ReadAsync(Policy);
        using (var past = await browser.SubmitAsync(page, Draft + "/switch-on", ("from", "2020-01-01")))
        {
            past.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await StaffBrowser.ParseAsync(past)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("с сегодняшнего дня");
        }
        var today = page.QuerySelector<IHtmlInputElement>("input[name=from]")!.Value;
        using (var switched = await browser.SubmitAsync(page, Draft + "/switch-on", ("from", today)))
        {
            switched.StatusCode.ShouldBe(HttpStatusCode.Redirect, await switched.Content.ReadAsStringAsync());
        }
        page = await browser.ReadAsync(Policy);
        page.QuerySelectorAll("#version-2 .tint").Single().TextContent.ShouldContain("Действует");
        using var gone = await browser.GetAsync(Policy + "/what-if");
        gone.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "there is no draft any more");
    }

    [Fact]
    public async Task Should_Show_A_Distribution_And_The_Statement_That_Comes_Of_It()
    {
        using var browser = await EnterAsync("owner");
        await using var scope = site.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Set<Distribution>()
            .Where(x => x.Status == DistributionStatus.Computed && x.Lines.Any(line => line.StaffId == DemoStaff.IdOf("seller"))).Select(x => x.Id).FirstAsync();
        var page = await browser.ReadAsync($"/admin/distributions/{id}");
        page.QuerySelector("#lines-title").ShouldNotBeNull();

        (await browser.ReadAsync($"/admin/distributions/{id}/actions/approve")).Forms.ShouldNotBeEmpty();
        using (var approved = await browser.SubmitAsync(await browser.ReadAsync($"/admin/distributions/{id}/actions/approve"), $"/admin/distributions/{id}/actions/approve"))
        {
            ((int)approved.StatusCode).ShouldBeLessThan(400, await approved.Content.ReadAsStringAsync());
        }
        var statement = await browser.ReadAsync($"/admin/accounting/people/{DemoStaff.IdOf("seller")}");
        statement.QuerySelectorAll($".statement a[href='/admin/distributions/{id}']").ShouldNotBeEmpty();
        (await browser.ReadAsync("/admin/accounting/people")).QuerySelector($"a[href='/admin/accounting/people/{DemoStaff.IdOf("seller")}']").ShouldNotBeNull();

        using var seller = await EnterAsync("seller");
        (await seller.ReadAsync("/admin/accounting/mine")).QuerySelectorAll(".statement__lines li").ShouldNotBeEmpty();
        using var foreign = await seller.GetAsync($"/admin/accounting/people/{DemoStaff.IdOf("seller2")}");
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_Be_Complete_In_Both_Languages()
    {
        using var browser = await EnterAsync("owner");
        foreach (var language in new[] { "ru", "en" })
        {
            (await browser.SubmitAsync(await browser.ReadAsync("/admin/account"), "/admin/language", ("language", language))).Dispose();
            foreach (var path in new[] { Policy, Draft, "/admin/accounting/people", "/admin/accounting/mine", "/admin/distributions" })
            {
                var page = await browser.ReadAsync(path);
                page.QuerySelector("main h1")!.TextContent.Any(x => x is >= 'а' and <= 'я').ShouldBe(language == "ru", path);
                page.QuerySelectorAll("main input:not([type=hidden]):not([hidden]), main select, main textarea").ShouldAllBe(x =>
                    x.HasAttribute("aria-label") || x.HasAttribute("aria-labelledby") || x.Closest("label") != null || page.QuerySelector($"label[for='{x.Id}']") != null);
                page.All.Where(x => x.Id != null && x.Id.Length > 0).GroupBy(x => x.Id).ShouldAllBe(x => x.Count() == 1);
            }
        }
    }

    private static IEnumerable<string> Values(IHtmlDocument page, string field) => page.QuerySelectorAll(".rule").Select((_, place) =>
        page.GetElementById($"rule-{place}-{field}") switch { IHtmlSelectElement select => select.Value ?? "", IHtmlInputElement input => input.Value, _ => "?" });

    private static async Task<IHtmlDocument> PressAsync(StaffBrowser browser, IHtmlDocument page, string button, params (string Name, string Value)[] typed) =>
        await PressAsync(browser, page, button, HttpStatusCode.OK, typed);

    private static async Task<IHtmlDocument> PressAsync(StaffBrowser browser, IHtmlDocument page, string button, HttpStatusCode expected, params (string Name, string Value)[] typed)
    {
        using var response = await SendAsync(browser, page, button, typed);
        response.StatusCode.ShouldBe(expected);
        return await StaffBrowser.ParseAsync(response);
    }

    // What a browser sends: every field as it stands, with what was typed over it.
    private static Task<HttpResponseMessage> SendAsync(StaffBrowser browser, IHtmlDocument page, string button, params (string Name, string Value)[] typed)
    {
        var fields = new Dictionary<string, string> { ["do"] = button };
        foreach (var element in page.QuerySelectorAll("#policy-form input, #policy-form select, #policy-form textarea"))
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    fields[input.Name!] = input.Value;
                    break;
                case IHtmlSelectElement select:
                    fields[select.Name!] = select.Value ?? "";
                    break;
                case IHtmlTextAreaElement area:
                    fields[area.Name!] = area.TextContent;
                    break;
            }
        }
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }
        return browser.Http.PostAsync(Draft, new FormUrlEncodedContent(fields));
    }

    private async Task<StaffBrowser> EnterAsync(string userName)
    {
        var browser = site.Open();
        (await browser.SignInAsync(userName, DemoStaff.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }
}
