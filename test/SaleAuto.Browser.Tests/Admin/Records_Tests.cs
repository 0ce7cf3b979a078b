using Microsoft.Playwright;
using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Admin;

/// <summary>Forms, detail pages, comments and figures, as the staff work with them.</summary>
[Collection(nameof(RecordsCollection))]
public class Records_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    public static TheoryData<bool, bool> Windows { get; } = new() { { false, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Should_Be_Usable_By_Everybody_On_Phone_And_Desktop(bool desktop, bool dark)
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/dashboard/sales", new Window { Desktop = desktop, Dark = dark });
        var page = owner.Page;

        await Expect(page.Locator(".figure[aria-busy]")).ToHaveCountAsync(0);
        await owner.LookAsync("figures");
        await page.GotoAsync("/admin/leads");
        await page.Locator("table a[href^='/admin/leads/']").First.ClickAsync();
        await page.WaitForURLAsync("**/admin/leads/*", Reached);
        await Expect(page.Locator(".record__card[aria-busy]")).ToHaveCountAsync(0);
        await owner.LookAsync("record");
        await page.GotoAsync("/admin/expenses/new");
        await Expect(page.Locator(".field[data-field=carId] .ts-control")).ToBeVisibleAsync();
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator("[data-problems]")).ToBeFocusedAsync();
        await owner.LookAsync("form");
        owner.ShouldHaveStayedHome();
    }

    [Fact]
    public async Task Should_Ask_Which_Value_Stays_When_Two_People_Change_The_Same_Field()
    {
        await using var first = await browser.OpenAdminAsync(demo, "owner", "/admin/expenses/new");
        var page = first.Page;
        await page.ClickAsync(".field[data-field=carId] .ts-control");
        await page.Locator(".ts-dropdown .option").First.ClickAsync();
        await page.SelectOptionAsync("#f-category", "Repair");
        await page.FillAsync("#f-amount", "1000");
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator(".record")).ToBeVisibleAsync();
        var detail = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync(detail + "/edit");
        var other = await first.NewTabAsync();
        await other.GotoAsync(detail + "/edit");
        await other.FillAsync("#f-amount", "500");
        await other.ClickAsync("[data-save]");
        await Expect(other.Locator(".record")).ToBeVisibleAsync();
        await page.FillAsync("#f-amount", "700");
        await page.FillAsync("#f-note", "Своя заметка");
        await page.ClickAsync("[data-save]");

        await Expect(page.Locator(".conflict")).ToContainTextAsync("500,00");
        await page.CheckAsync(".conflict input[value=theirs]");
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator(".facts")).ToContainTextAsync("500,00");
        await Expect(page.Locator(".facts")).ToContainTextAsync("Своя заметка");
    }

    [Fact]
    public async Task Should_Guard_What_Was_Typed_And_Tell_What_Was_Said()
    {
        await using var manager = await browser.OpenAdminAsync(demo, "manager", "/admin/leads");
        var page = manager.Page;
        await page.Locator("table a[href^='/admin/leads/']").First.ClickAsync();
        await page.WaitForURLAsync("**/admin/leads/*", Reached);
        await page.WaitForLoadStateAsync(); // its scripts are there
        await page.Locator("textarea[name=text]").PressSequentiallyAsync("Позвони ему, @manager2");
        await page.Locator("#mention-list [role=option]").First.ClickAsync();
        await page.ClickAsync(".comment-form .btn-primary");

        await Expect(page.Locator(".comment .mention")).ToHaveTextAsync("@Антон Беляев");
        await using var colleague = await browser.OpenAdminAsync(demo, "manager2", "/admin/leads");
        await Expect(colleague.Page.Locator("#bell-count")).ToBeVisibleAsync();
    }
}
