using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Site;

[Collection(nameof(SiteCollection))]
public class DoubleSubmit_Tests(BrowserFixture site)
{
    [Fact]
    public async Task Should_Bear_Double_Clicks_Without_Script()
    {
        await using var visitor = await site.OpenAsync(new() { Scripts = false });
        var (page, phone) = (visitor.Page, site.NewPhone());
        await visitor.StartAsync("Т901КМ77");
        await page.FillAsync("#name", "Анна");
        await page.FillAsync("#phone", phone);
        await page.CheckAsync("#personal-data");

        await visitor.SubmitTwiceAsync(visitor.Submit);
        await page.WaitForURLAsync("**/sell/confirm", Reached);
        await page.FillAsync("#code", await visitor.ReadCodeAsync(phone));
        await visitor.SubmitTwiceAsync(page.Locator(".card .button"));
        await page.WaitForURLAsync("**/offer/*", Reached);
        await visitor.WaitForPriceAsync();
        await visitor.SubmitTwiceAsync(page.Locator("button[value=Accepted]"));
        await Expect(page.Locator(".notice--ok")).ToBeVisibleAsync();

        await visitor.GoAsync("/cabinet");
        await Expect(page.Locator(".lead")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Should_Bear_Back_And_Reload()
    {
        await using var visitor = await site.OpenAsync();
        var (page, phone) = (visitor.Page, site.NewPhone());
        await visitor.SellAsync("У012НО77", phone);
        var offer = page.Url;

        await page.ReloadAsync();
        page.Url.ShouldBe(offer);
        await page.GoBackAsync();
        await page.ReloadAsync();
        await visitor.GoAsync("/sell/confirm");
        await page.WaitForURLAsync("**/cabinet", Reached);

        await Expect(page.Locator(".lead")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Should_Bear_Two_Tabs()
    {
        await using var visitor = await site.OpenAsync();
        var (page, phone) = (visitor.Page, site.NewPhone());
        await visitor.StartAsync("Х123РС77");
        var other = await visitor.NewTabAsync();
        await other.GotoAsync("/sell?plate=Х123РС77");
        await visitor.RequestAsync(phone);

        await other.FillAsync("#name", "Анна");
        await other.FillAsync("#phone", phone);
        await other.CheckAsync("#personal-data");
        await other.ClickAsync("main form.card button[type=submit]");
        await other.WaitForURLAsync("**/sell/confirm*", Reached);
        await visitor.ConfirmAsync(phone);
        await page.WaitForURLAsync("**/offer/*", Reached);
        await other.GotoAsync("/sell/confirm");
        await other.WaitForURLAsync("**/cabinet", Reached);

        await Expect(other.Locator(".lead")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Should_Join_The_Open_Lead_When_The_Client_Comes_Back()
    {
        var phone = site.NewPhone();
        await using var first = await site.OpenAsync();
        await first.SellAsync("А234ТУ77", phone);
        await using var second = await site.OpenAsync();
        await second.StartAsync("a234ty77");
        await second.Page.FillAsync("#name", "Анна");
        await second.Page.FillAsync("#phone", phone);
        await second.Page.CheckAsync("#personal-data");
        await second.Submit.ClickAsync();
        await second.Page.WaitForURLAsync("**/sell/confirm", Reached);

        // The first code is used up; another may be asked for after the pause.
        var used = await second.ReadCodeAsync(phone);
        await second.Page.Locator("resend-timer button").ClickAsync();
        await second.Page.WaitForURLAsync("**/sell/confirm?sent=new", Reached);
        await second.Page.FillAsync("#code", await second.ReadCodeAsync(phone, otherThan: used));
        await second.Page.ClickAsync(".card .button");
        await second.Page.WaitForURLAsync("**/offer/*", Reached);

        second.Page.Url.ShouldBe(first.Page.Url);
        await second.GoAsync("/cabinet");
        await Expect(second.Page.Locator(".lead")).ToHaveCountAsync(1);
    }
}
