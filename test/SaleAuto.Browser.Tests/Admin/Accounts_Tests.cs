using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto.Admin;

/// <summary>The own profile, accounts of others, roles and permissions.</summary>
[Collection(nameof(StaffCollection))]
public class Accounts_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    public static TheoryData<bool, bool> Windows { get; } = new() { { false, true }, { true, false } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Should_Be_Usable_By_Everybody_On_Phone_And_Desktop(bool desktop, bool dark)
    {
        await using var administrator = await browser.OpenAdminAsync(demo, "admin", "/admin/account", new Window { Desktop = desktop, Dark = dark });
        var page = administrator.Page;

        await page.ClickAsync("#tokens ~ details summary");
        await administrator.LookAsync("account");
        await page.ClickAsync("form[action='/admin/account/second-factor'] button");
        await Expect(page.Locator(".account__qr")).ToBeVisibleAsync();
        await administrator.LookAsync("second-factor");
        await page.GotoAsync("/admin/account/password");
        await administrator.LookAsync("password");
        await page.GotoAsync("/admin/accounts");
        await administrator.LookAsync("accounts");
        await page.Locator(".account__list a", new() { HasText = "Игорь Панов" }).ClickAsync();
        await Expect(page.Locator("#rights")).ToBeVisibleAsync();
        await administrator.LookAsync("person");
        await page.GotoAsync("/admin/access");
        await administrator.LookAsync("roles");
        await page.Locator(".account__list a", new() { HasText = "Продавец" }).ClickAsync();
        await Expect(page.Locator("#rights")).ToBeVisibleAsync();
        await administrator.LookAsync("role");
        administrator.ShouldHaveStayedHome();
    }

    [Fact]
    public async Task Should_Give_A_New_Role_To_A_New_Employee_Who_Comes_By_The_Link()
    {
        await using var administrator = await browser.OpenAdminAsync(demo, "admin", "/admin/access");
        var page = administrator.Page;
        await page.FillAsync("input[name=name]", "Бухгалтер");
        await page.ClickAsync("form:has(input[name=name]) button.btn-primary");
        await Expect(page.Locator("#rights-search")).ToHaveAttributeAsync("data-htmx-powered", "true");
        await page.FillAsync("#rights-search", "Затраты");
        var see = page.Locator("#rights select").First;
        await Expect(page.Locator("#rights .rights__group")).ToHaveCountAsync(1);
        await page.RunAndWaitForResponseAsync(() => see.SelectOptionAsync("Granted"), answer => answer.Request.Method == "POST"); // whoever leaves before takes it along
        await Expect(page.Locator("#rights select").First).ToHaveValueAsync("Granted");

        await page.GotoAsync("/admin/accounts");
        await page.FillAsync("input[name=fullName]", "Нина Счётова");
        await page.FillAsync("input[name=userName]", "нина");
        await page.SelectOptionAsync("#role", "Бухгалтер");
        await page.ClickAsync("form[action='/admin/accounts'] button.btn-primary");
        await Expect(page.Locator("input[name=userName]")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.FillAsync("input[name=userName]", "nina");
        await page.ClickAsync("form[action='/admin/accounts'] button.btn-primary");
        var link = new Uri((await page.TextContentAsync("#invitation"))!);

        await using var nina = await browser.OpenAsync(new Window { Desktop = true }, demo.Site);
        await nina.Page.GotoAsync(link.PathAndQuery);
        await nina.LookAsync("invitation");
        await nina.Page.FillAsync("input[name=password]", "длинный и свой пароль");
        await nina.Page.FillAsync("input[name=repeated]", "длинный и свой пароль");
        await nina.Page.ClickAsync(".btn-primary");
        await Expect(nina.Page.Locator("nav a[href='/admin/expenses']").First).ToBeAttachedAsync(); // signed in already
        await nina.Page.GotoAsync("/admin/expenses");

        await Expect(nina.Page.Locator("#grid")).ToBeVisibleAsync();
        await Expect(nina.Page.Locator("nav a[href='/admin/leads']")).ToHaveCountAsync(0);
        await nina.Page.GotoAsync("/admin/leads");
        await Expect(nina.Page.Locator("#grid")).ToHaveCountAsync(0);
    }
}
