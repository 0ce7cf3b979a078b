using Microsoft.Playwright;
using SaleAuto.Site;
using SaleAuto.Staff;
using static SaleAuto.Visitor;

namespace SaleAuto.Admin;

/// <summary>Somebody of the staff at the admin.</summary>
internal static class StaffAtWork
{
    /// <summary>Signs in and opens a page.</summary>
    public static async Task<Visitor> OpenAdminAsync(this BrowserFixture browser, DemoHost demo, string userName, string path, Window? window = null)
    {
        var visitor = await browser.OpenAsync(window ?? new Window { Desktop = true }, demo.Site);
        var page = visitor.Page;
        await page.GotoAsync(path);
        await page.FillAsync("input[name=userName]", userName);
        await page.FillAsync("input[name=password]", "SaleAuto-demo-2026");
        await page.PressAsync("input[name=password]", "Enter");
        await page.WaitForURLAsync("**" + path.Replace("?", "\\?", StringComparison.Ordinal), Reached);
        return visitor;
    }

    /// <summary>Checks what a machine can check of a screen, and takes its picture where one is asked for.</summary>
    public static async Task LookAsync(this Visitor visitor, string name)
    {
        await visitor.ShouldBeAccessibleAsync();
        await visitor.ShouldFitTheWindowAsync();
        if (ScreenshotTheoryAttribute.Folder is { } folder)
        {
            await visitor.Page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"admin-{name}-{(visitor.Window.Desktop ? 1440 : 390)}-{(visitor.Window.Dark ? "dark" : "light")}.png"),
                Animations = ScreenshotAnimations.Disabled,
            });
        }
    }
}
