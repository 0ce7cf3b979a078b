using System.Net;
using SaleAuto.Demo;

namespace SaleAuto.Admin;

/// <summary>The owners' page and the reports, as the server answers.</summary>
public class OwnerPage_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    private static readonly string[] _parts = ["alerts", "sales", "months", "stock", "cash", "promise", "sources", "offers", "accuracy", "costs"];

    private static readonly string[] _reports = ["cars", "months", "people", "cash", "stock", "expenses", "distribution", "sources"];

    [Fact]
    public async Task Should_Show_Every_Part_And_Report_To_The_Owner()
    {
        using var owner = await OpenAsync("owner");
        foreach (var path in _parts.Select(x => $"/admin/owner/{x}?period=year").Concat(_reports.Select(x => $"/admin/accounting/reports/{x}?from=2020-01-01")))
        {
            var page = await owner.ReadAsync(path);
            page.Body!.TextContent.Contains("reports.", StringComparison.Ordinal).ShouldBeFalse(path); // a text that is missing shows its key
            page.Body.TextContent.Contains("Part.", StringComparison.Ordinal).ShouldBeFalse(path);
            page.QuerySelectorAll("table").ShouldAllBe(table => table.QuerySelector("caption") != null);
        }
    }

    [Fact]
    public async Task Should_Give_Files_With_Their_Names()
    {
        using var owner = await OpenAsync("owner");
        foreach (var (format, type, begin) in new[] { ("csv", "text/csv", "\uFEFF"), ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"), ("pdf", "application/pdf", "%PDF-1.7") })
        {
            using var file = await owner.GetAsync($"/admin/accounting/reports/stock/export?format={format}&to=2026-01-31");
            file.StatusCode.ShouldBe(HttpStatusCode.OK);
            file.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            file.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"stock-2026-01-31.{format}");
            System.Text.Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync()).ShouldStartWith(begin, Case.Sensitive);
        }
        using var unknown = await owner.GetAsync("/admin/accounting/reports/stock/export?format=exe");
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Should_Refuse_Managers_And_Sellers()
    {
        foreach (var name in new[] { "manager", "seller" })
        {
            using var person = await OpenAsync(name);
            foreach (var path in new[] { "/admin/owner", "/admin/owner/cash", "/admin/accounting/reports", "/admin/accounting/reports/cars", "/admin/accounting/reports/cars/export?format=csv" })
            {
                using var answer = await person.GetAsync(path);
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{name} {path}");
            }
        }
    }

    [Fact]
    public async Task Should_Begin_There_After_Signing_In()
    {
        using var owner = await OpenAsync("owner");
        using var start = await owner.GetAsync("/admin");
        start.Headers.Location!.OriginalString.ShouldBe("/admin/owner");
    }

    private async Task<StaffBrowser> OpenAsync(string userName)
    {
        var browser = site.Open();
        (await browser.SignInAsync(userName, DemoStaff.Password)).Dispose();
        return browser;
    }
}
