using System.Net;
using SaleAuto.Account;
using SaleAuto.Demo;

namespace SaleAuto.Settings;

/// <summary>Texts, consents and coefficients over HTTP, by the right and the wrong person.</summary>
public sealed class SettingsScreens_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    private static readonly string[] Pages =
    [
        "/admin/settings/company", "/admin/settings/valuation", "/admin/settings/messages", "/admin/settings/messages/Client.Code",
        "/admin/settings/consents", "/admin/settings/consents/PersonalData",
    ];

    [Fact]
    public async Task Should_Show_The_Owner_Every_Page_In_Both_Languages()
    {
        using var browser = await EnterAsync("owner");
        foreach (var language in new[] { "ru", "en" })
        {
            (await browser.SubmitAsync(await browser.ReadAsync("/admin/account"), "/admin/language", ("language", language))).Dispose();
            foreach (var path in Pages)
            {
                var page = await browser.ReadAsync(path);
                (page.QuerySelector("main h1")!.TextContent.Any(x => x is >= 'а' and <= 'я')).ShouldBe(language == "ru", path);
                page.QuerySelectorAll("input:not([type=hidden]):not([hidden]), select, textarea").ShouldAllBe(x =>
                    x.HasAttribute("aria-label") || x.HasAttribute("aria-labelledby") || x.Closest("label") != null || page.QuerySelector($"label[for='{x.Id}']") != null);
                page.All.Where(x => x.Id != null && x.Id.Length > 0).GroupBy(x => x.Id).ShouldAllBe(x => x.Count() == 1);
            }
        }
    }

    [Fact]
    public async Task Should_Be_Closed_To_Managers()
    {
        using var browser = await EnterAsync("manager");
        foreach (var path in Pages)
        {
            using var refused = await browser.GetAsync(path);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
        foreach (var (path, field, value) in new[]
        {
            ("/admin/settings/company", "f.Phone", "+79160000000"),
            ("/admin/settings/valuation/example", "f.Margin", "1"),
            ("/admin/settings/messages/Client.Code", "ru", "{Code}"),
            ("/admin/settings/messages/Client.Code/preview/ru", "ru", "{Code}"),
            ("/admin/settings/consents/Advertising", "Text", "{LegalName}"),
            ("/admin/settings/consents/Advertising/preview", "Text", "{LegalName}"),
        })
        {
            var page = await browser.ReadAsync("/admin/account");
            page.Forms.First(x => x.GetAttribute("action") == "/admin/language").SetAttribute("action", path); // the token of any form will do
            using var refused = await browser.SubmitAsync(page, path, (field, value), ("do", "save"));
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    private async Task<StaffBrowser> EnterAsync(string userName)
    {
        var browser = site.Open();
        (await browser.SignInAsync(userName, DemoStaff.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }
}
