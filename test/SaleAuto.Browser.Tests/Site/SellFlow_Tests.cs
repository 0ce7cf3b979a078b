using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Site;

[Collection(nameof(SiteCollection))]
public class SellFlow_Tests(BrowserFixture site)
{
    [Theory]
    [InlineData("ru", false, true, false)]
    [InlineData("ru", true, true, true)]
    [InlineData("ru", true, false, false)]
    [InlineData("en", false, false, false)]
    [InlineData("en", true, true, false)]
    [InlineData("en", false, true, true)]
    public async Task Should_Lead_From_The_Plate_To_The_Promise(string language, bool desktop, bool scripts, bool dark)
    {
        await using var visitor = await site.OpenAsync(new() { Language = language, Desktop = desktop, Scripts = scripts, Dark = dark });
        var (page, phone) = (visitor.Page, site.NewPhone());

        await visitor.GoAsync("/");
        await CheckAsync(visitor);
        await visitor.StartAsync("а 123 вс 77");
        await CheckAsync(visitor);
        await page.FillAsync("#mileage", "120 000");
        await page.CheckAsync("#condition-Good");
        await page.SelectOptionAsync("#source", "Friends");
        await visitor.RequestAsync(phone);
        await CheckAsync(visitor);
        await visitor.ConfirmAsync(phone);
        await page.WaitForURLAsync("**/offer/*", Reached);
        await visitor.WaitForPriceAsync();

        await Expect(page.Locator(".offer__price")).ToContainTextAsync("₽");
        await Expect(page.Locator(".offer__facts li")).ToHaveCountAsync(3);
        await Expect(page.Locator(".facts")).ToContainTextAsync(language == "en" ? "120,000" : "120\u00A0000");
        await CheckAsync(visitor);
        await page.ClickAsync("button[value=Accepted]");
        await Expect(page.Locator(".notice--ok")).ToBeVisibleAsync();
        await Expect(page.Locator(".promise__text")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"\d\d:\d\d$"));
        await CheckAsync(visitor);
        await visitor.GoAsync("/cabinet");
        await Expect(page.Locator(".lead")).ToHaveCountAsync(1);
        await CheckAsync(visitor);
        visitor.ShouldHaveStayedHome();
    }

    [Fact]
    public async Task Should_Say_Honestly_That_A_Manager_Names_The_Price()
    {
        await using var visitor = await site.OpenAsync();

        await visitor.SellAsync("А123ВС199", site.NewPhone());
        await visitor.WaitForPriceAsync();

        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Цену назовёт менеджер");
        await Expect(visitor.Page.Locator(".promise__text")).ToContainTextAsync("Менеджер позвонит до");
        await Expect(visitor.Page.Locator(".offer__price")).ToHaveCountAsync(0);
        await visitor.ShouldBeAccessibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Take_A_Price_Of_The_Clients_Own(bool scripts)
    {
        await using var visitor = await site.OpenAsync(new() { Scripts = scripts });
        var page = visitor.Page;
        await visitor.SellAsync("В234ЕК77", site.NewPhone());
        await visitor.WaitForPriceAsync();

        await page.ClickAsync("button[value=Declined]");
        await page.FillAsync("#expected", "много");
        await page.ClickAsync(".opinion form button");
        await Expect(page.Locator("#expected-error")).ToBeVisibleAsync();
        await Expect(page.Locator("#expected")).ToHaveValueAsync("много");
        await page.FillAsync("#expected", "1 250 000 ₽");
        await page.ClickAsync(".opinion form button");

        await Expect(page.Locator(".notice--ok")).ToContainTextAsync("1\u00A0250\u00A0000\u00A0₽");
    }

    [Fact]
    public async Task Should_Let_The_Promise_Clock_Run()
    {
        await using var visitor = await site.OpenAsync();

        await visitor.SellAsync("С345МН77", site.NewPhone());
        var clock = visitor.Page.Locator(".promise__digits");
        var first = await clock.TextContentAsync();

        await Expect(clock).Not.ToHaveTextAsync(first!);
        await Expect(clock).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^[0-4]:[0-5]\d$"));
    }

    [Fact]
    public async Task Should_Hide_An_Offer_From_Everybody_Else()
    {
        await using var owner = await site.OpenAsync();
        await using var stranger = await site.OpenAsync();
        await owner.SellAsync("Е456ОР77", site.NewPhone());
        await stranger.SellAsync("К567ТУ77", site.NewPhone());

        var answer = await stranger.Page.GotoAsync(owner.Page.Url);

        answer!.Status.ShouldBe(404);
        await Expect(stranger.Page.Locator("h1")).ToHaveTextAsync("Такой страницы нет");
    }

    private static async Task CheckAsync(Visitor visitor)
    {
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", visitor.Window.Language);
        if (visitor.Window.Scripts) // axe is a script itself
        {
            await visitor.ShouldBeAccessibleAsync();
            await visitor.ShouldFitTheWindowAsync();
        }
    }
}
