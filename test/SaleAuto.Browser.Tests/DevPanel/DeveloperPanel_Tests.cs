using Microsoft.Playwright;
using SaleAuto.Site;
using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto.DevPanel;

/// <summary>A developer at the panel; its pages have no script.</summary>
[Collection(nameof(StaffCollection))]
public class DeveloperPanel_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Should_Find_And_Change_A_Row_On_Phone_And_Desktop(bool desktop, bool dark)
    {
        await using var developer = await browser.OpenAsync(new Window { Desktop = desktop, Dark = dark }, demo.Site);
        var page = developer.Page;
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string>
        {
            ["Authorization"] = "Basic " + Convert.ToBase64String("developer:SaleAuto-demo-2026"u8),
        });

        await page.GotoAsync("/dev");
        await LookAsync(developer, "tables", desktop, dark);
        await page.ClickAsync("tbody a:text-is('Clients')");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Clients");
        await LookAsync(developer, "rows", desktop, dark);
        await page.Locator("td a[href*='/row?']").First.ClickAsync();
        await page.FillAsync("[name='c.Name']", "Анна Петровна");
        await LookAsync(developer, "row", desktop, dark);
        await page.ClickAsync("form.row .button--main");

        await Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
        await Expect(page.Locator("[name='c.Name']")).ToHaveValueAsync("Анна Петровна");
        await page.ClickAsync(".button--danger");
        await LookAsync(developer, "delete", desktop, dark);
    }

    private static async Task LookAsync(Visitor developer, string name, bool desktop, bool dark)
    {
        if (ScreenshotTheoryAttribute.Folder is { } folder)
        {
            await developer.Page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"developer-{name}-{(desktop ? 1440 : 390)}-{(dark ? "dark" : "light")}.png"),
                Animations = ScreenshotAnimations.Disabled,
            });
        }
        await developer.ShouldFitTheWindowAsync();
        await developer.ShouldBeAccessibleAsync();
    }
}
