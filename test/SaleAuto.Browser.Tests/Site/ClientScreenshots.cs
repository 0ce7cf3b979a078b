using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Site;

/// <summary>Pictures for docs/client.md; made by etc/screenshots.sh only.</summary>
[Collection(nameof(SiteCollection))]
public class ClientScreenshots(BrowserFixture site)
{
    [ScreenshotTheory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Should_Be_Taken(bool desktop, bool dark)
    {
        await using var visitor = await site.OpenAsync(new() { Desktop = desktop, Dark = dark });
        var (page, phone) = (visitor.Page, site.NewPhone());
        async Task Take(string name, bool whole = true)
        {
            await page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })"); // the focus may have scrolled, and the header follows
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(ScreenshotTheoryAttribute.Folder!, $"client-{name}-{(desktop ? 1440 : 390)}-{(dark ? "dark" : "light")}.png"),
                FullPage = whole,
                Animations = ScreenshotAnimations.Disabled,
            });
        }

        await visitor.GoAsync("/");
        await Take("landing", whole: false);
        await Take("landing-whole");
        await visitor.StartAsync("А123ВС77");
        await page.FillAsync("#mileage", "84 000");
        await page.CheckAsync("#condition-Good");
        await page.FillAsync("#name", "Анна");
        await page.FillAsync("#phone", "12");
        await visitor.Submit.ClickAsync();
        await Expect(page.Locator("#phone-error")).ToBeVisibleAsync();
        await Take("errors");
        await visitor.RequestAsync(phone);
        await Take("code", whole: false);
        await visitor.ConfirmAsync(phone);
        await page.WaitForURLAsync("**/offer/*", Reached);
        await Take("pending", whole: false);
        await visitor.WaitForPriceAsync();
        await Take("offer", whole: !desktop);
        await visitor.GoAsync("/cabinet");
        await Take("cabinet", whole: false);
        await visitor.GoAsync("/callback");
        await Take("callback", whole: false);
        await page.FillAsync("#phone", phone);
        await page.CheckAsync("#personal-data");
        await visitor.Submit.ClickAsync();
        await page.WaitForURLAsync("**/callback/thanks", Reached);
        await Take("thanks", whole: false);
    }
}

/// <summary>Runs only where SALEAUTO_SCREENSHOTS names a folder.</summary>
public sealed class ScreenshotTheoryAttribute : TheoryAttribute
{
    public ScreenshotTheoryAttribute() => Skip = Folder is null ? "etc/screenshots.sh makes the pictures" : null;

    public static string? Folder => Environment.GetEnvironmentVariable("SALEAUTO_SCREENSHOTS");
}
