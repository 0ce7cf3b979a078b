using Microsoft.Playwright;
using SaleAuto.Site;
using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Staff;

/// <summary>The program with its demo leads.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    public SiteHost Site { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Site = new SiteHost(demo: true);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>A manager at the screen, and the newcomer's inbox.</summary>
[Collection(nameof(BrowserCollection))]
public class StaffPages_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    public static TheoryData<bool, bool> Windows { get; } = new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Should_Be_Usable_By_Everybody_On_Phone_And_Desktop(bool desktop, bool dark)
    {
        await using var manager = await SignInAsync(desktop, dark);
        var page = manager.Page;

        await LookAsync(manager, "calls", desktop, dark);
        await page.GotoAsync("/staff/leads");
        await LookAsync(manager, "leads", desktop, dark);
        await page.GotoAsync("/staff/leads?status=Valued");
        await page.Locator("main a[href^='/staff/leads/']").First.ClickAsync();
        await page.WaitForURLAsync("**/staff/leads/*-*", Reached);
        await LookAsync(manager, "lead", desktop, dark);
        await page.GotoAsync("/sandbox");
        await LookAsync(manager, "inbox", desktop, dark);
    }

    [Fact]
    public async Task Should_Count_The_Promise_Down()
    {
        await using var manager = await SignInAsync(desktop: true, dark: false);
        var clock = manager.Page.Locator("promise-clock").Last;

        var before = await clock.TextContentAsync();

        await Expect(clock).Not.ToHaveTextAsync(before!);
    }

    [Fact]
    public async Task Should_Show_Calls_And_Leads_Without_Script()
    {
        await using var manager = await SignInAsync(desktop: true, dark: false, scripts: false);

        await Expect(manager.Page.Locator("main")).ToContainTextAsync("L-0000");
        await manager.Page.GotoAsync("/staff/leads");
        await Expect(manager.Page.Locator("main")).ToContainTextAsync("L-0000");
    }

    private static async Task LookAsync(Visitor manager, string name, bool desktop, bool dark)
    {
        await manager.ShouldBeAccessibleAsync();
        await manager.ShouldFitTheWindowAsync();
        if (ScreenshotTheoryAttribute.Folder is { } folder)
        {
            await manager.Page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"manager-{name}-{(desktop ? 1440 : 390)}-{(dark ? "dark" : "light")}.png"),
                Animations = ScreenshotAnimations.Disabled,
            });
        }
    }

    private async Task<Visitor> SignInAsync(bool desktop, bool dark, bool scripts = true)
    {
        var manager = await browser.OpenAsync(new Window { Desktop = desktop, Dark = dark, Scripts = scripts }, demo.Site);
        await manager.Page.GotoAsync("/staff");
        await manager.ShouldFitTheWindowAsync();
        await manager.Page.FillAsync("input[name=userName]", "manager");
        await manager.Page.FillAsync("input[name=password]", "SaleAuto-demo-2026");
        await manager.Page.ClickAsync("form[action='/admin/signin'] button");
        await manager.Page.WaitForURLAsync("**/staff/calls", Reached);
        return manager;
    }
}
