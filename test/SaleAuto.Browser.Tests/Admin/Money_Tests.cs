using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Admin;

/// <summary>Where the company's money is, as the owner works with it.</summary>
[Collection(nameof(RecordsCollection))]
public class Money_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    public static TheoryData<bool, bool> Windows { get; } = new() { { false, true }, { true, false } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Should_Be_Usable_By_Everybody_On_Phone_And_Desktop(bool desktop, bool dark)
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/accounting/cash", new Window { Desktop = desktop, Dark = dark });
        var page = owner.Page;

        await owner.LookAsync("cash");
        await page.Locator(".cash-list a", new() { HasText = "Расчётный счёт" }).ClickAsync();
        await Expect(page.Locator(".money-lines tbody tr").First).ToBeVisibleAsync();
        await owner.LookAsync("statement");
        await page.Locator(".money-lines a[href^='/admin/cars/']").First.ClickAsync();
        await Expect(page.Locator(".record__card[aria-busy]")).ToHaveCountAsync(0);
        await page.Locator(".car-profit summary").ClickAsync();
        await owner.LookAsync("car-profit");
        owner.ShouldHaveStayedHome();
    }

    [Fact]
    public async Task Should_Give_A_Seller_Money_And_Show_It_To_Both()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/cash-operations/new");
        var page = owner.Page;
        await page.SelectOptionAsync("#f-kind", "AdvanceGiven");
        await page.FillAsync("#f-amount", "12 345,67");
        await ChooseAsync("placeId", "Расчётный");
        await ChooseAsync("staffId", "Тимур");
        await page.ClickAsync("[data-save]");
        await Expect(page.Locator(".record")).ToContainTextAsync("12\u00A0345,67");

        await page.GotoAsync("/admin/accounting/cash");
        await Expect(page.Locator("tr", new() { HasText = "Тимур" })).ToContainTextAsync("9\u00A0495,67"); // 2 850 were spent out of the own pocket
        await using var seller = await browser.OpenAdminAsync(demo, "seller3", "/admin/accounting/my-balance");
        await Expect(seller.Page.Locator(".cash-total").First).ToContainTextAsync("9\u00A0495,67");

        async Task ChooseAsync(string field, string text)
        {
            await page.ClickAsync($".field[data-field={field}] .ts-control");
            await page.Keyboard.TypeAsync(text);
            await page.Locator($".field[data-field={field}] .ts-dropdown .option", new() { HasText = text }).ClickAsync();
        }
    }
}
