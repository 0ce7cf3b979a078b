using Microsoft.Playwright;
using SaleAuto.Site;
using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Calls;

/// <summary>A manager at the call desk.</summary>
[Collection(nameof(StaffCollection))]
public class CallDesk_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    public static TheoryData<bool, bool> Windows { get; } = new() { { false, false }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Should_Be_Usable_By_Everybody_On_Phone_And_Desktop(bool desktop, bool dark)
    {
        await using var manager = await SignInAsync("manager", desktop, dark);

        await manager.Page.GotoAsync("/admin/calls?list=true");
        await LookAsync(manager, "desk-queue", desktop, dark);
        await manager.Page.GotoAsync("/admin/calls"); // the call in hand
        await Expect(manager.Page.Locator("#script")).ToBeVisibleAsync();
        await LookAsync(manager, "desk-call", desktop, dark);
        await manager.Page.Locator(".results .btn").First.ClickAsync();
        await Expect(manager.Page.Locator("input[name=SellerId]:checked")).ToHaveCountAsync(1); // who is free is suggested
        await LookAsync(manager, "desk-deal", desktop, dark);
        await manager.Page.GotoAsync("/admin/reports/sales");
        await LookAsync(manager, "sales-report", desktop, dark);
    }

    [Fact]
    public async Task Should_Take_A_Call_Save_The_Script_And_Plan_The_Deal_While_A_Colleague_Watches()
    {
        await using var manager = await SignInAsync("manager", desktop: true, dark: false);
        await using var colleague = await SignInAsync("manager2", desktop: true, dark: false);
        await colleague.Page.GotoAsync("/admin/calls?list=true");
        await manager.Page.GotoAsync("/admin/calls?list=true");
        await manager.Page.Locator(".queue__item", new() { HasText = "Светлана" }).GetByRole(AriaRole.Link).ClickAsync();

        await manager.Page.Locator(".call__claim").ClickAsync();
        await Expect(manager.Page.Locator("#script")).ToBeVisibleAsync();
        await Expect(colleague.Page.Locator(".queue__item", new() { HasText = "Светлана" })).ToContainTextAsync("Марина Соколова"); // without a reload

        await manager.Page.FillAsync("input[name=NamedPrice]", "410 000");
        await manager.Page.Locator("input[name=Name]").FocusAsync();
        await Expect(manager.Page.Locator(".script__saved")).ToBeVisibleAsync();
        await Expect(manager.Page.Locator("#call-facts")).ToContainTextAsync("410");

        await manager.Page.Locator(".results .btn").First.ClickAsync();
        await Expect(manager.Page.Locator("input[name=SellerId]:checked")).ToHaveCountAsync(1);
        await manager.Page.Locator("#dialog .btn-primary").ClickAsync(); // no address yet
        await Expect(manager.Page.Locator(".result-form__problems")).ToBeVisibleAsync();
        await manager.Page.FillAsync("input[name=Address]", "г. Москва, ул. Тестовая, д. 5");
        await manager.Page.Locator("#dialog .btn-primary").ClickAsync();

        await Expect(manager.Page.Locator(".toast-card")).ToContainTextAsync("назначена");
        await Expect(colleague.Page.Locator(".queue__item", new() { HasText = "Светлана" })).ToHaveCountAsync(0);
        manager.ShouldHaveStayedHome();
    }

    [Fact]
    public async Task Should_Tell_Who_Was_Quicker()
    {
        await using var manager = await SignInAsync("manager", desktop: true, dark: false);
        await using var colleague = await SignInAsync("manager2", desktop: true, dark: false);
        foreach (var person in new[] { manager, colleague })
        {
            await person.Page.GotoAsync("/admin/calls?list=true");
            await person.Page.Locator(".queue__item", new() { HasText = "Роман" }).GetByRole(AriaRole.Link).ClickAsync();
            await Expect(person.Page.Locator(".call__claim")).ToBeVisibleAsync();
        }

        await manager.Page.Locator(".call__claim").ClickAsync();
        await Expect(manager.Page.Locator("#script")).ToBeVisibleAsync();
        await colleague.Page.Locator(".call__claim").ClickAsync();

        await Expect(colleague.Page.Locator(".toast-card--danger")).ToContainTextAsync("Марина Соколова");
    }

    private static async Task LookAsync(Visitor manager, string name, bool desktop, bool dark)
    {
        await manager.ShouldBeAccessibleAsync();
        await manager.ShouldFitTheWindowAsync();
        manager.ShouldHaveStayedHome();
        if (ScreenshotTheoryAttribute.Folder is { } folder)
        {
            await manager.Page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"manager-{name}-{(desktop ? 1440 : 390)}-{(dark ? "dark" : "light")}.png"),
                Animations = ScreenshotAnimations.Disabled,
            });
        }
    }

    private async Task<Visitor> SignInAsync(string user, bool desktop, bool dark)
    {
        var person = await browser.OpenAsync(new Window { Desktop = desktop, Dark = dark }, demo.Site);
        await person.Page.GotoAsync("/admin");
        await person.Page.FillAsync("input[name=userName]", user);
        await person.Page.FillAsync("input[name=password]", "SaleAuto-demo-2026");
        await person.Page.ClickAsync("form[action='/admin/signin'] button");
        await person.Page.WaitForURLAsync("**/admin/calls*", Reached);
        return person;
    }
}
