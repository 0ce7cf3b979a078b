using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Site;

[Collection(nameof(SiteCollection))]
public class SellForm_Tests(BrowserFixture site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Say_Beside_Each_Field_What_Is_Wrong_And_Keep_What_Was_Typed(bool scripts)
    {
        await using var visitor = await site.OpenAsync(new() { Scripts = scripts });
        var page = visitor.Page;
        await page.GotoAsync("/sell");

        await page.FillAsync("#plate", "машина");
        await page.FillAsync("#name", "123");
        await page.FillAsync("#phone", "12");
        await page.FillAsync("#mileage", "очень большой");
        await page.CheckAsync("#condition-Fair");
        await page.CheckAsync("#advertising");
        await visitor.Submit.ClickAsync();

        foreach (var field in new[] { "plate", "name", "phone", "mileage", "personal-data" })
        {
            await Expect(page.Locator($"#{field}-error")).ToBeVisibleAsync();
            await Expect(page.Locator($"#{field}")).ToHaveAttributeAsync("aria-invalid", "true");
            (await page.Locator($"#{field}").GetAttributeAsync("aria-describedby"))!.ShouldContain($"{field}-error");
        }
        await Expect(page.Locator("[role=alert] li")).ToHaveCountAsync(5);
        await Expect(page.Locator("#plate")).ToBeFocusedAsync();
        await Expect(page.Locator("#plate")).ToHaveValueAsync("машина");
        await Expect(page.Locator("#name")).ToHaveValueAsync("123");
        await Expect(page.Locator("#phone")).ToHaveValueAsync("12");
        await Expect(page.Locator("#mileage")).ToHaveValueAsync("очень большой");
        await Expect(page.Locator("#condition-Fair")).ToBeCheckedAsync();
        await Expect(page.Locator("#advertising")).ToBeCheckedAsync();
        await Expect(page.Locator("#personal-data")).Not.ToBeCheckedAsync();
        if (scripts)
        {
            await visitor.ShouldBeAccessibleAsync();
        }
    }

    [Fact]
    public async Task Should_Not_Tick_Consents_For_The_Client()
    {
        await using var visitor = await site.OpenAsync();

        foreach (var path in new[] { "/", "/sell", "/callback" })
        {
            await visitor.GoAsync(path);
            await Expect(visitor.Page.Locator("#personal-data")).Not.ToBeCheckedAsync();
            await Expect(visitor.Page.Locator("#advertising")).Not.ToBeCheckedAsync();
        }
    }

    [Theory]
    [InlineData("a123bc77", "А 123 ВС 77")]
    [InlineData(" м о1о тт-199 rus", "М 010 ТТ 199")]
    [InlineData("o777oo77", "О 777 ОО 77")]
    public async Task Should_Read_Any_Spelling_Of_A_Plate(string typed, string shown)
    {
        await using var visitor = await site.OpenAsync(new() { Scripts = false });

        await visitor.StartAsync(typed);

        await Expect(visitor.Page.Locator("#plate")).ToHaveValueAsync(shown);
        await Expect(visitor.Page.Locator("#name")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Should_Tidy_A_Plate_And_A_Phone_While_They_Are_Typed()
    {
        await using var visitor = await site.OpenAsync();
        await visitor.GoAsync("/sell");

        await visitor.Page.Locator("#plate").PressSequentiallyAsync("x001ce777");
        await visitor.Page.Locator("#phone").PressSequentiallyAsync("89161234567");

        await Expect(visitor.Page.Locator("#plate")).ToHaveValueAsync("Х 001 СЕ 777");
        await Expect(visitor.Page.Locator("#phone")).ToHaveValueAsync("+7 916 123-45-67");
    }

    [Fact]
    public async Task Should_Leave_The_Caret_To_Whoever_Corrects_In_The_Middle()
    {
        await using var visitor = await site.OpenAsync();
        await visitor.GoAsync("/sell");
        var phone = visitor.Page.Locator("#phone");
        await phone.PressSequentiallyAsync("89161234567");

        await phone.EvaluateAsync("x => x.setSelectionRange(4, 4)");
        await visitor.Page.Keyboard.PressAsync("Backspace");
        await visitor.Page.Keyboard.TypeAsync("5");

        await Expect(phone).ToHaveValueAsync("+7 516 123-45-67");
        (await phone.EvaluateAsync<int>("x => x.selectionStart")).ShouldBe(4);
    }

    [Fact]
    public async Task Should_Complain_About_A_Wrong_Plate_From_The_Landing_Page_Beside_The_Plate()
    {
        await using var visitor = await site.OpenAsync(new() { Scripts = false });

        await visitor.StartAsync("нет номера");

        await Expect(visitor.Page.Locator("#plate-error")).ToContainTextAsync("госномер");
        await Expect(visitor.Page.Locator("#plate")).ToBeFocusedAsync();
        await Expect(visitor.Page.Locator("#plate")).ToHaveValueAsync("нет номера");
    }

    [Fact]
    public async Task Should_Remember_What_Was_Typed_When_The_Client_Changes_The_Number()
    {
        await using var visitor = await site.OpenAsync(new() { Scripts = false });
        await visitor.StartAsync("Н678ХА77");
        await visitor.Page.FillAsync("#mileage", "90000");
        await visitor.RequestAsync(site.NewPhone(), "Пётр");

        await visitor.Page.ClickAsync(".section__lead a");

        await Expect(visitor.Page.Locator("#name")).ToHaveValueAsync("Пётр");
        await Expect(visitor.Page.Locator("#mileage")).ToHaveValueAsync("90000");
        await Expect(visitor.Page.Locator("#plate")).ToHaveValueAsync("Н 678 ХА 77");
    }

    [Fact]
    public async Task Should_Refuse_A_Phone_Of_A_Country_Not_Served()
    {
        await using var visitor = await site.OpenAsync(new() { Scripts = false });
        await visitor.StartAsync("О789АВ77");

        await visitor.Page.FillAsync("#name", "Анна");
        await visitor.Page.FillAsync("#phone", "+49 30 1234567");
        await visitor.Page.CheckAsync("#personal-data");
        await visitor.Submit.ClickAsync();

        await Expect(visitor.Page.Locator("#phone-error")).ToContainTextAsync("стран");
        await Expect(visitor.Page.Locator("#phone")).ToHaveValueAsync("+49 30 1234567");
    }

    [Fact]
    public async Task Should_Offer_To_Send_Again_What_A_Stale_Page_Sent()
    {
        await using var visitor = await site.OpenAsync();
        var page = visitor.Page;
        await visitor.StartAsync("Р890ВЕ77");
        await page.FillAsync("#name", "Мария");
        await page.FillAsync("#phone", site.NewPhone());
        await page.CheckAsync("#personal-data");

        await page.Context.ClearCookiesAsync(); // the token's other half has expired
        var answer = await page.RunAndWaitForResponseAsync(() => visitor.Submit.ClickAsync(), response => response.Request.Method == "POST");
        answer.Status.ShouldBe(400);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Страница была открыта слишком долго");
        await visitor.ShouldBeAccessibleAsync();
        await page.ClickAsync(".failure__ways button");

        await page.WaitForURLAsync("**/sell/confirm", Reached);
    }
}
