using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Site;

[Collection(nameof(SiteCollection))]
public class Cabinet_Tests(BrowserFixture site)
{
    [Fact]
    public async Task Should_Refuse_A_Wrong_Code_And_Keep_It_In_The_Field()
    {
        await using var visitor = await site.OpenAsync();
        var (page, phone) = (visitor.Page, site.NewPhone());
        await visitor.StartAsync("В345ХА77");
        await visitor.RequestAsync(phone);
        var wrong = await visitor.ReadCodeAsync(phone) == "000000" ? "111111" : "000000";

        await page.FillAsync("#code", wrong);
        await page.ClickAsync(".card .button");

        await Expect(page.Locator("#code-error")).ToContainTextAsync("Код не подошёл");
        await Expect(page.Locator("#code")).ToHaveValueAsync(wrong);
        await Expect(page.Locator("#code")).ToBeFocusedAsync();
        await visitor.ShouldBeAccessibleAsync();
        await visitor.ConfirmAsync(phone);
        await page.WaitForURLAsync("**/offer/*", Reached);
    }

    [Fact]
    public async Task Should_Let_The_Phone_Fill_The_Code_In()
    {
        await using var visitor = await site.OpenAsync();
        await visitor.StartAsync("Е456ВС77");

        await visitor.RequestAsync(site.NewPhone());

        await Expect(visitor.Page.Locator("#code")).ToHaveAttributeAsync("autocomplete", "one-time-code");
        await Expect(visitor.Page.Locator("#code")).ToHaveAttributeAsync("inputmode", "numeric");
        await Expect(visitor.Page.Locator("#code")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Should_Count_Down_To_The_Next_Code()
    {
        await using var visitor = await site.OpenAsync();
        var (page, phone) = (visitor.Page, site.NewPhone());
        await visitor.StartAsync("К567ЕН77");
        await visitor.RequestAsync(phone);
        var first = await visitor.ReadCodeAsync(phone);
        var again = page.Locator("resend-timer button");

        await Expect(again).ToBeVisibleAsync();
        await again.ClickAsync();

        await Expect(page.Locator(".notice[role=status]")).ToContainTextAsync("Отправили новый код");
        await page.FillAsync("#code", await visitor.ReadCodeAsync(phone, otherThan: first));
        await page.ClickAsync(".card .button");
        await page.WaitForURLAsync("**/offer/*", Reached);
    }

    [Fact]
    public async Task Should_Say_Without_Script_That_A_Code_Is_On_Its_Way_Already()
    {
        await using var visitor = await site.OpenAsync(new() { Scripts = false });
        await visitor.StartAsync("М678КО77");
        await visitor.RequestAsync(site.NewPhone());

        await visitor.Page.ClickAsync(".resend button");

        await Expect(visitor.Page.Locator(".notice[role=status]")).ToContainTextAsync("Код уже отправлен");
    }

    [Fact]
    public async Task Should_Open_By_Phone_And_Code_And_Close_Again()
    {
        var phone = site.NewPhone();
        await using var first = await site.OpenAsync();
        await first.SellAsync("Н789МР77", phone);
        await using var visitor = await site.OpenAsync();
        var page = visitor.Page;

        await visitor.GoAsync("/cabinet");
        await page.WaitForURLAsync("**/signin?to=*", Reached);
        await visitor.ShouldBeAccessibleAsync();
        await page.FillAsync("#phone", phone);
        await visitor.Submit.ClickAsync();
        await page.WaitForURLAsync("**/signin/confirm", Reached);
        var used = await visitor.ReadCodeAsync(phone);
        await page.Locator("resend-timer button").ClickAsync();
        await page.FillAsync("#code", await visitor.ReadCodeAsync(phone, otherThan: used));
        await page.ClickAsync(".card .button");
        await page.WaitForURLAsync("**/cabinet", Reached);
        await Expect(page.Locator(".lead")).ToHaveCountAsync(1);
        await page.ClickAsync(".lead a");
        await Expect(page.Locator(".car .plate")).ToContainTextAsync("Н 789 МР");

        await visitor.GoAsync("/cabinet");
        await page.ClickAsync(".cabinet__head button");
        await visitor.GoAsync("/cabinet");

        await page.WaitForURLAsync("**/signin?to=*", Reached);
    }

    [Fact]
    public async Task Should_Send_A_Stranger_To_Sign_In_And_Not_To_A_Foreign_Address()
    {
        await using var visitor = await site.OpenAsync();
        var phone = site.NewPhone();

        await visitor.GoAsync("/signin?to=https://evil.example/");
        await visitor.Page.FillAsync("#phone", phone);
        await visitor.Submit.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/signin/confirm", Reached);
        await visitor.ConfirmAsync(phone);

        await visitor.Page.WaitForURLAsync("**/cabinet", Reached);
        visitor.ShouldHaveStayedHome();
    }
}
