using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SaleAuto.Demo;

namespace SaleAuto.Staff;

public sealed class StaffScreens_Tests(StaffSite site) : IClassFixture<StaffSite>, IAsyncLifetime
{
    private readonly StaffBrowser _browser = site.Open();

    public async Task InitializeAsync() => (await _browser.SignInAsync("manager", DemoStaff.Password)).Dispose();

    public Task DisposeAsync()
    {
        _browser.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Should_Open_With_The_Calls()
    {
        using var start = await _browser.GetAsync("/staff");

        start.Headers.Location!.ToString().ShouldBe("/staff/calls");
    }

    [Fact]
    public async Task Should_Show_Whom_To_Call_With_Deadline_And_Phone()
    {
        var page = await _browser.ReadAsync("/staff/calls");

        page.DocumentElement.GetAttribute("lang").ShouldBe("ru");
        var overdue = page.QuerySelectorAll(".call").Single(x => x.InnerHtml.Contains("+79000000012", StringComparison.Ordinal));
        overdue.QuerySelector("a[href='tel:+79000000012']")!.TextContent.ShouldBe("+7 900 000-00-12");
        overdue.QuerySelector("promise-clock time").ShouldNotBeNull();
        overdue.TextContent.ShouldContain("Просрочено");
        overdue.TextContent.ShouldContain("У 455 ОМ 199");
        page.Body!.TextContent.ShouldContain("Звонит Марина Соколова");
    }

    [Fact]
    public async Task Should_Renew_The_List_Alone()
    {
        using var rows = await _browser.GetAsync("/staff/calls/rows");
        using var stranger = site.Open();
        using var refused = await stranger.GetAsync("/staff/calls/rows");

        var text = await rows.Content.ReadAsStringAsync();
        text.ShouldNotContain("<html");
        text.ShouldContain("+79000000012");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Should_Find_A_Lead_And_Show_Everything_About_It()
    {
        var found = await _browser.ReadAsync("/staff/leads?q=" + Uri.EscapeDataString("k731tb178"));
        var link = found.QuerySelectorAll<IHtmlAnchorElement>("a.call__number").ShouldHaveSingleItem();

        var page = await _browser.ReadAsync(link.GetAttribute("href")!);

        var text = page.Body!.TextContent;
        text.ShouldContain("Hyundai Solaris, 2018");
        text.ShouldContain("Продал конкуренту");
        text.ShouldContain("Обработка персональных данных");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(15);
        page.QuerySelectorAll("tr.dropped").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Should_Say_That_There_Is_No_Such_Lead()
    {
        using var response = await _browser.GetAsync($"/staff/leads/{Guid.Empty}");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StaffBrowser.ParseAsync(response)).QuerySelector("h1")!.TextContent.ShouldBe("Такой заявки нет");
    }

    [Fact]
    public async Task Should_Send_Sellers_To_The_Bot()
    {
        using var seller = site.Open();
        (await seller.SignInAsync("seller", DemoStaff.Password)).Dispose();

        using var response = await seller.GetAsync("/staff/leads");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain("Telegram");
        text.ShouldNotContain("+7900");
    }

    [Fact]
    public async Task Should_Speak_English_On_Request()
    {
        var page = await _browser.ReadAsync("/staff/leads");

        using var changed = await _browser.SubmitAsync(page, "/staff/language");

        changed.Headers.Location!.ToString().ShouldBe("/staff/leads");
        var english = await _browser.ReadAsync("/staff/leads");
        english.DocumentElement.GetAttribute("lang").ShouldBe("en");
        english.QuerySelector("h1")!.TextContent.ShouldBe("Leads");
    }

    [Fact]
    public async Task Should_Speak_Both_Languages_Completely()
    {
        var pages = new List<string>();
        foreach (var language in new[] { "ru", "en" })
        {
            foreach (var name in new[] { "won-camry", "closed-duplicate", "closed-withdrawn", "new-manual" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"/staff/leads/{DemoIds.Of($"lead:{name}")}");
                pages.Add(await (await _browser.Http.SendAsync(request)).Content.ReadAsStringAsync());
            }
            (await _browser.SubmitAsync(await _browser.ReadAsync("/staff/leads"), "/staff/language")).Dispose();
        }

        // A text that is missing shows as its key.
        pages.ShouldAllBe(x => !System.Text.RegularExpressions.Regex.IsMatch(x, @">\s*[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+\s*<"));
    }

    [Fact]
    public async Task Should_Need_Nothing_Inline_And_Keep_Nothing()
    {
        using var response = await _browser.GetAsync("/staff/calls");
        var page = await StaffBrowser.ParseAsync(response);

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        page.QuerySelectorAll("style, [style], script:not([src])").ShouldBeEmpty();
        (await _browser.GetAsync("/css/staff.css")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _browser.GetAsync("/js/staff.js")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
