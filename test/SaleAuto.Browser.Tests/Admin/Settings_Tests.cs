using Microsoft.Playwright;
using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Admin;

/// <summary>The settings as the owner works with them.</summary>
[Collection(nameof(StaffCollection))]
public class Settings_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    public static TheoryData<bool, bool, string> Windows { get; } = new() { { false, false, "" }, { false, true, "en" }, { true, false, "en" }, { true, true, "" } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Should_Be_Usable_By_Everybody_On_Phone_And_Desktop(bool desktop, bool dark, string language)
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/settings/company", new Window { Desktop = desktop, Dark = dark });
        if (language == "en")
        {
            await owner.Page.Locator("form[action='/admin/language'] [value=en]").EvaluateAsync("button => button.click()");
            await Expect(owner.Page.Locator("h1")).ToHaveTextAsync("Company");
        }
        await owner.LookAsync("settings-company");
        await owner.Page.GotoAsync("/admin/settings/messages");
        await owner.LookAsync("settings-messages");
        await owner.Page.GotoAsync("/admin/settings/messages/Client.DealAppointed");
        await owner.LookAsync("settings-message");
        await owner.Page.GotoAsync("/admin/settings/consents");
        await owner.LookAsync("settings-consents");
        await owner.Page.GotoAsync("/admin/settings/consents/Advertising");
        await owner.LookAsync("settings-consent");
        await owner.Page.GotoAsync("/admin/settings/calls");
        await owner.LookAsync("settings-calls");
        await owner.Page.GotoAsync("/admin/settings/valuation");
        await owner.LookAsync("settings-valuation");
        await owner.Page.ClickAsync(".experts summary");
        await owner.Page.Locator(".experts").ScrollIntoViewIfNeededAsync();
        await owner.LookAsync("settings-valuation-experts");
    }

    [Fact]
    public async Task Should_Word_A_Message_With_Its_Preview()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/settings/messages/Client.Code");
        var page = owner.Page;
        await Expect(page.Locator("#preview-ru .bubble")).ToContainTextAsync("481516 — код SaleAuto");

        await page.FillAsync("#words-ru", "Ваш {Kod}");
        await Expect(page.Locator("#words-ru-error")).ToContainTextAsync("{Kod}");
        await Expect(page.Locator("#words-ru")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.ClickAsync("form.card .btn-primary");
        await Expect(page.Locator("#words-ru-error")).ToContainTextAsync("{Code}"); // missing, as the server says too
        await Expect(page.Locator("#words-ru")).ToHaveValueAsync("Ваш {Kod}");
        await owner.LookAsync("settings-message-wrong");

        await page.FillAsync("#words-ru", "Ваш код ");
        await page.ClickAsync("[data-insert='{Code}']");
        await Expect(page.Locator("#words-ru")).ToHaveValueAsync("Ваш код {Code}");
        await Expect(page.Locator("#preview-ru .bubble")).ToContainTextAsync("Ваш код 481516");
        await Expect(page.Locator("#preview-ru .preview__length")).ToContainTextAsync("частей SMS: 1");
        await Expect(page.Locator("#words-ru-error")).ToBeEmptyAsync();
        await page.ClickAsync("form.card .btn-primary");
        await Expect(page.Locator(".versions__one").First).ToContainTextAsync("Вера Климова");
        await Expect(page.Locator(".versions__one ins").First).ToHaveTextAsync("Ваш код {Code}");
        await owner.LookAsync("settings-message-saved");

        await page.ClickAsync("[data-deliver=words-ru]");
        await Expect(page.Locator("#preview-ru .bubble")).ToContainTextAsync("481516 — код SaleAuto");
        await page.ClickAsync("form.card .btn-primary");
        await Expect(page.Locator(".versions__one")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Should_Publish_A_Consent_That_The_Site_Shows_And_The_Lead_Keeps()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/settings/consents");
        var page = owner.Page;
        await page.ClickAsync("#consent-PersonalData >> xpath=../.. >> a.btn");
        await page.FillAsync("#f-Text", "Согласен, чтобы {Company} звонила мне.");
        await page.ClickAsync("form.card .btn-primary");
        await page.ClickAsync("#confirm [data-yes]");
        await Expect(page.Locator("#f-Text-fault")).ToContainTextAsync("{Company}");
        await owner.LookAsync("settings-consent-wrong");

        await page.FillAsync("#f-Text", "Согласен, чтобы {LegalName} звонила мне.");
        await Expect(page.Locator("#consent-preview")).ToContainTextAsync("Согласен, чтобы ООО «СейлАвто» звонила мне.");
        await page.ClickAsync("form.card .btn-primary");
        await page.ClickAsync("#confirm [data-yes]");
        await Expect(page.Locator(".consent-version__head").First).ToContainTextAsync("Вера Климова");
        await owner.LookAsync("settings-consents-published");

        await using var client = await browser.OpenAsync(new Window(), demo.Site);
        await client.Page.GotoAsync("/consent/personal-data");
        await Expect(client.Page.Locator(".prose")).ToContainTextAsync("Согласен, чтобы ООО «СейлАвто» звонила мне.");
        await client.StartAsync("А123ВС77");
        await Expect(client.Page.Locator("input[name='Form.PersonalDataVersion']")).ToHaveValueAsync("2");
        await page.GotoAsync("/admin/leads");
        await page.Locator("table a[href^='/admin/leads/']").First.ClickAsync();
        await page.Locator("[hx-get^='/admin/consents/']").First.ClickAsync();
        await Expect(page.Locator("#dialog .given-text")).ToContainTextAsync("152-ФЗ"); // agreed to before
        await owner.LookAsync("settings-given-consent");
    }

    [Fact]
    public async Task Should_Show_What_Coefficients_Do_To_An_Offer()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/settings/valuation");
        var page = owner.Page;
        var changed = page.Locator(".example__changed");
        await Expect(changed).ToHaveCountAsync(0);

        await page.FillAsync("#f-Margin", "25");
        await Expect(changed).ToHaveCountAsync(5); // an offer for each condition
        await page.FillAsync("#f-RepairGood", "90");
        await Expect(page.Locator("#example [role=status]")).ToContainTextAsync("Исправьте");
        await page.ClickAsync("form.card .btn-primary");
        await Expect(page.Locator("#f-RepairFair-fault")).ToContainTextAsync("лучшего состояния");
        await owner.LookAsync("settings-valuation-wrong");

        await page.FillAsync("#f-RepairGood", "4");
        await page.ClickAsync("form.card .btn-primary");
        await Expect(page.Locator(".versions__one").First).ToContainTextAsync("Наценка");
        await Expect(page.Locator("#f-Margin")).ToHaveValueAsync("25");
        await owner.LookAsync("settings-valuation-saved");
    }
}
