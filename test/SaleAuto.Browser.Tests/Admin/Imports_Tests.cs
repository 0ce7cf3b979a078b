using System.Text;
using Microsoft.Playwright;
using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto.Admin;

/// <summary>A table of expenses taken in step by step.</summary>
[Collection(nameof(RecordsCollection))]
public class Imports_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    private const string Table = """
        Дата;Автомобиль;Категория;Сумма;Что сделали
        15.10.2026;A-000004;Ремонт;12 500,50;Замена сцепления
        16.10.2026;A-000002;Мойка и химчистка;1500;Химчистка
        16.10.2026;A-000001;Ремонт;900;Машина уже продана
        17.10.2026;A-999999;Ремонт;700;Чужая машина
        18.10.2026;A-000004;Ремонт;много;Сумма словом
        """;

    public static TheoryData<bool, bool> Windows { get; } = new() { { false, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Should_Take_The_Good_Rows_And_Give_The_Others_Back(bool desktop, bool dark)
    {
        await using var administrator = await browser.OpenAdminAsync(demo, "admin", "/admin/expenses/import", new Window { Desktop = desktop, Dark = dark });
        var page = administrator.Page;
        await administrator.LookAsync("import");

        await page.SetInputFilesAsync("#table", new FilePayload { Name = "затраты.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table) });
        await page.ClickAsync("form.import .btn-primary");
        await Expect(page.Locator("select[name=column0]")).ToHaveValueAsync("spentOn"); // known by its caption
        await page.SelectOptionAsync("select[name=column4]", "note");
        await administrator.LookAsync("import-mapping");
        await page.ClickAsync("form.import .btn-primary");
        await Expect(page.Locator(".import__bad")).ToHaveTextAsync("3");
        await Expect(page.Locator(".plain-table tbody").First.Locator("tr")).ToHaveCountAsync(3);
        await administrator.LookAsync("import-checked");
        await page.ClickAsync("form[action$='/start'] .btn-primary");
        var rejected = page.Locator("a[href$='/rejected']");
        await Expect(page.Locator("form[action$='/start']")).ToHaveCountAsync(0);
        await Expect(rejected).ToBeVisibleAsync();
        await administrator.LookAsync("import-done");

        var download = await page.RunAndWaitForDownloadAsync(() => rejected.ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        lines.Count(line => line.Contains("A-000001") || line.Contains("A-999999") || line.Contains("много")).ShouldBe(3);
        administrator.ShouldHaveStayedHome();
    }
}
