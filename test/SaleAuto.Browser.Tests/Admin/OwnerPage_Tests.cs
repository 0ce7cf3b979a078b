using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto.Admin;

/// <summary>The owners' first page and the reports behind its numbers.</summary>
[Collection(nameof(RecordsCollection))]
public class OwnerPage_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    public static TheoryData<bool, bool> Windows { get; } = new() { { false, false }, { true, true }, { true, false } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Should_Be_Usable_On_Phone_And_Desktop(bool desktop, bool dark)
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/owner", new Window { Desktop = desktop, Dark = dark });
        var page = owner.Page;

        await Expect(page.Locator(".owner-part[aria-busy]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".figure")).ToHaveCountAsync(17);
        await owner.LookAsync("owner");

        var shown = await page.Locator("#figure-Profit .figure__number a").GetAttributeAsync("data-value");
        await page.ClickAsync("#figure-Profit .figure__number a");
        await Expect(page.Locator(".report-table tbody tr")).Not.ToHaveCountAsync(0);
        var total = await page.Locator(".report-table tfoot td").Nth(5).InnerTextAsync();
        Digits(total).ShouldBe(Digits(decimal.Parse(shown!, System.Globalization.CultureInfo.InvariantCulture).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)));
        await owner.LookAsync("report-cars");
        await page.GotoAsync("/admin/accounting/reports/cash");
        await owner.LookAsync("report-cash");
        await page.GotoAsync("/admin/accounting/reports");
        await owner.LookAsync("reports");
        owner.ShouldHaveStayedHome();
    }

    [Fact]
    public async Task Should_Lead_From_Every_Number_To_A_Page_That_Opens()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/owner?period=year");
        await Expect(owner.Page.Locator(".owner-part[aria-busy]")).ToHaveCountAsync(0);

        var links = await owner.Page.Locator(".figures a").EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => link.getAttribute('href')))]");
        links.Length.ShouldBeGreaterThan(20);
        foreach (var link in links)
        {
            var answer = await owner.Page.APIRequest.GetAsync(link);
            answer.Status.ShouldBe(200, link);
        }
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));
}
