using Microsoft.Playwright;
using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto.Admin;

/// <summary>Sharing out profit as the owner does it, and what a seller sees of it.</summary>
[Collection(nameof(StaffCollection))]
public class Distributions_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    private const string Policy = "/admin/accounting/policy";

    public static TheoryData<bool, bool, string> Windows { get; } = new() { { false, false, "" }, { false, true, "en" }, { true, false, "en" }, { true, true, "" } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Should_Be_Usable_By_Everybody_On_Phone_And_Desktop(bool desktop, bool dark, string language)
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", Policy + "/draft", new Window { Desktop = desktop, Dark = dark });
        var page = owner.Page;
        if (language == "en")
        {
            await page.Locator("form[action='/admin/language'] [value=en]").EvaluateAsync("button => button.click()");
            await Expect(page.Locator("h1")).ToHaveTextAsync("Draft of the policy");
        }
        await owner.LookAsync("policy-draft");
        await page.FillAsync("#rule-1-Value", "95");
        await page.ClickAsync(".policy__actions [value=save]");
        await Expect(page.Locator(".problems")).ToBeFocusedAsync();
        await owner.LookAsync("policy-wrong");
        await page.FillAsync("#rule-1-Value", "12,5");
        await page.ClickAsync(".policy__actions [value=save]");
        await Expect(page.Locator("#draft-title")).ToBeVisibleAsync();
        await owner.LookAsync("policy");
        await page.GotoAsync(Policy + "/what-if?from=2020-01-01");
        await page.Locator(".replay-car summary").First.ClickAsync();
        await owner.LookAsync("policy-what-if");
        await page.GotoAsync("/admin/distributions");
        await owner.LookAsync("distributions");
        await page.Locator("main a[href^='/admin/distributions/01']").First.ClickAsync();
        await Expect(page.Locator("#lines-title")).ToBeVisibleAsync();
        await owner.LookAsync("distribution");
        await page.GotoAsync("/admin/accounting/people");
        await owner.LookAsync("people");
    }

    [Fact]
    public async Task Should_Be_Written_With_The_Keyboard_Alone()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", Policy + "/draft");
        var page = owner.Page;
        var rules = page.Locator(".rule");
        var before = await rules.CountAsync();

        await page.FocusAsync("#add-rule");
        await page.Keyboard.PressAsync("Enter");
        await Expect(rules).ToHaveCountAsync(before + 1);
        await Expect(page.Locator($"#rule-{before}-Share")).ToBeFocusedAsync();
        for (var i = 0; i < 3; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown"); // manager, who bought, who sold, a named person
        }
        await Expect(page.Locator($"#rule-{before}-StaffId")).ToBeVisibleAsync(); // asked for only when the rule names a person
        await page.SelectOptionAsync($"#rule-{before}-StaffId", new SelectOptionValue { Label = "Вера Климова" });
        await page.FillAsync($"#rule-{before}-Value", "1,5");
        await page.FocusAsync($"#rule-{before}-up");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"#rule-{before - 1}-up")).ToBeFocusedAsync();
        await Expect(page.Locator($"#rule-{before - 1}-Value")).ToHaveValueAsync("1,5");
        await page.FocusAsync($"#rule-{before - 1}-Value");
        await page.Keyboard.PressAsync("Enter"); // saves
        await Expect(page.Locator(".rule-words").First).ToContainTextAsync("Вера Климова — 1,5");
    }

    [Fact]
    public async Task Should_Go_From_Approval_To_The_Sellers_Statement()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/distributions");
        var page = owner.Page;
        await page.Locator("main a[href^='/admin/distributions/01']").First.ClickAsync();
        var address = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(address + "/actions/approve");
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync("main [data-save]"), x => x.Request.Method == "POST");
        await page.GotoAsync(address);
        await Expect(page.Locator("main")).ToContainTextAsync("Проведено");

        await page.GotoAsync("/admin/accounting/people");
        await page.Locator("main .sums tbody a").First.ClickAsync();
        await Expect(page.Locator(".statement__lines").First).ToContainTextAsync("Правило");
        await owner.LookAsync("statement");
        await using var seller = await browser.OpenAdminAsync(demo, "seller", "/admin/accounting/mine", new Window());
        await seller.LookAsync("mine");
    }
}
