using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Site;

[Collection(nameof(SiteCollection))]
public class Callback_Tests(BrowserFixture site)
{
    [Theory]
    [InlineData("ru", true)]
    [InlineData("ru", false)]
    [InlineData("en", false)]
    public async Task Should_Promise_A_Call(string language, bool scripts)
    {
        await using var visitor = await site.OpenAsync(new() { Language = language, Scripts = scripts });
        var page = visitor.Page;

        await visitor.GoAsync("/");
        await page.ClickAsync(".header__call");
        await page.WaitForURLAsync("**/callback", Reached);
        await page.FillAsync("#phone", site.NewPhone());
        await page.CheckAsync("#personal-data");
        await visitor.Submit.DblClickAsync();
        await page.WaitForURLAsync("**/callback/thanks", Reached);

        await Expect(page.Locator("h1")).ToHaveTextAsync(new Regex(@"\d\d:\d\d"));
        if (scripts)
        {
            await Expect(page.Locator(".promise__digits")).ToHaveTextAsync(new Regex(@"^1[0-5]:\d\d$"));
            await visitor.ShouldBeAccessibleAsync();
        }
    }

    [Fact]
    public async Task Should_Be_At_Hand_On_The_Landing_Page()
    {
        await using var visitor = await site.OpenAsync(new() { Scripts = false, Desktop = true });

        await visitor.GoAsync("/");
        await visitor.Page.FillAsync("#phone", "12");
        await visitor.Page.ClickAsync("#call button[type=submit]");

        await Expect(visitor.Page.Locator("#phone-error")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("#personal-data-error")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("#phone")).ToHaveValueAsync("12");
    }

    [Fact]
    public async Task Should_Stay_At_Hand_On_The_Phone()
    {
        await using var visitor = await site.OpenAsync();
        await visitor.GoAsync("/");

        await visitor.Page.Locator("#questions").ScrollIntoViewIfNeededAsync();

        await Expect(visitor.Page.Locator(".quickbar a").Last).ToBeInViewportAsync();
    }
}
