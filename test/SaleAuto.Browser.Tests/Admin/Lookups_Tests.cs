using Microsoft.Playwright;
using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto.Admin;

/// <summary>Fields that ask the server while somebody types, when it answers late or not at all.</summary>
[Collection(nameof(RecordsCollection))]
public class Lookups_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    private const string Questions = "**/*q=*";

    [Fact]
    public async Task Should_Let_Nobody_Choose_What_Was_Not_Asked_For()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/cash-operations/new");
        var page = owner.Page;
        await page.ClickAsync(Control);
        await Expect(Options(page).Nth(1)).ToBeVisibleAsync();

        var answers = new TaskCompletionSource();
        await page.RouteAsync(Questions, async route =>
        {
            await answers.Task;
            await route.ContinueAsync();
        });
        await page.Keyboard.TypeAsync("Тимур");
        await Expect(Options(page)).ToHaveCountAsync(1); // there is no answer yet
        await page.Keyboard.PressAsync("Tab");
        answers.SetResult();

        await Expect(page.Locator(".field[data-field=staffId] .item")).ToContainTextAsync("Тимур");
        owner.ShouldHaveStayedHome();
    }

    [Fact]
    public async Task Should_Say_That_Nothing_Loaded_And_Ask_Again()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/cash-operations/new");
        var page = owner.Page;
        await page.RouteAsync(Questions, route => route.AbortAsync());
        await page.ClickAsync(Control);
        await Expect(page.Locator(".lookup__note")).ToHaveTextAsync("Не загрузилось. Проверьте связь и введите ещё раз");

        await page.UnrouteAsync(Questions);
        await page.Keyboard.TypeAsync("Тимур");

        await Expect(Options(page)).ToHaveCountAsync(1);
        await Expect(Options(page)).ToContainTextAsync("Тимур");
    }

    private static string Control => ".field[data-field=staffId] .ts-control";

    private static ILocator Options(IPage page) => page.Locator(".field[data-field=staffId] .ts-dropdown .option");
}
