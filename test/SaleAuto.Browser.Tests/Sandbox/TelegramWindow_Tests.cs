using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SaleAuto.Sandbox.Telegram;
using SaleAuto.Site;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto.Sandbox;

/// <summary>The chat window with a bot that does what the test says; the program's own bot knows another token.</summary>
[Collection(nameof(StaffCollection))]
public class TelegramWindow_Tests(BrowserFixture browser, TelegramWindowHost host) : IClassFixture<TelegramWindowHost>
{
    private const string Pictures = "../../../../../src/SaleAuto.Web/wwwroot/img/";

    [Theory]
    [InlineData(2001, false, false, "ru")]
    [InlineData(2002, true, true, "ru")]
    [InlineData(2003, false, true, "en")]
    [InlineData(1001, true, false, "ru")]
    public async Task Should_Show_The_Chat_As_Telegram_Does(long chat, bool desktop, bool dark, string language)
    {
        await using var seller = await browser.OpenAsync(new Window { Desktop = desktop, Dark = dark, Language = language }, host.Site);
        var page = seller.Page;
        var (log, name) = (page.Locator("#log"), $"telegram-{{0}}-{(desktop ? 1440 : 390)}-{(dark ? "dark" : "light")}");
        await host.CallAsync("setMyCommands", new { commands = new[] { new { command = "menu", description = "Главное меню" }, new { command = "now", description = "Что сейчас" } } });
        var message = await host.CallAsync("sendMessage", new
        {
            chat_id = chat,
            text = "<b>Сделка D-000123</b>\n<i>Завтра, 12:30</i> · Тверская ул., 7\nToyota Camry, 2014, <code>А123ВС77</code>\nКлиент: +7 916 123-45-67 &lt;script&gt;alert(1)&lt;/script&gt;\n/now",
            parse_mode = "HTML",
            reply_markup = Keyboard([[("Принять", "accept"), ("Не смогу", "refuse")], [("Карта", "https://www.openstreetmap.org/")]]),
        });

        await seller.GoAsync("/sandbox/telegram");
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-ready", "true");
        await Expect(page.Locator("#new-person")).ToHaveTextAsync(language == "en" ? "New person" : "Новый человек");
        var person = page.Locator($"[data-chat='{chat}']");
        await Expect(person.Locator(".tg-unread")).ToContainTextAsync("1");
        await LookAsync(seller, string.Format(name, "list"));
        await person.ClickAsync();
        await Expect(log.Locator("strong")).ToHaveTextAsync("Сделка D-000123");
        await Expect(log).ToContainTextAsync("<script>alert(1)</script>"); // as text
        await Expect(person.Locator(".tg-unread")).ToHaveCountAsync(0);

        var accept = log.GetByRole(AriaRole.Button, new() { Name = "Принять" });
        await accept.ClickAsync();
        await Expect(accept).ToHaveAttributeAsync("aria-busy", "true");
        var press = await host.PressOfAsync(chat);
        press.Data.ShouldBe("accept");
        await host.CallAsync("answerCallbackQuery", new { callback_query_id = press.Id, text = "Сделка принята" });
        await Expect(accept).ToHaveAttributeAsync("aria-busy", "false");
        await Expect(page.Locator("#toast")).ToHaveTextAsync("Сделка принята");
        await host.CallAsync("editMessageText", new
        {
            chat_id = chat,
            message_id = message.GetProperty("message_id").GetInt64(),
            text = "<b>Сделка D-000123</b>\nВы приняли. Осмотр: пришлите фото <b>спереди</b>, <b>сзади</b> и <b>слева</b>.\nКлиент: +7 916 123-45-67",
            parse_mode = "HTML",
            reply_markup = Keyboard([[("Еду", "way")], [("Карта", "https://www.openstreetmap.org/"), ("Отмена", "cancel")]]),
        });
        await Expect(log).ToContainTextAsync("Вы приняли");
        await Expect(log.Locator(".tg-message")).ToHaveCountAsync(1);

        await page.Locator("#photos").SetInputFilesAsync([Pictures + "og.png", Pictures + "touch-icon.png", Pictures + "og.png"]);
        await Expect(page.Locator("#attached li")).ToHaveCountAsync(3);
        await page.FillAsync("#text", "Все стороны");
        await page.Locator("#text").PressAsync("Enter");
        await Expect(log.Locator(".tg-album img")).ToHaveCountAsync(3);
        var album = host.Api.Pending.Where(x => x.Message?.Chat.Id == chat && x.Message.Photo is not null).Select(x => x.Message!).ToList();
        album.Select(x => x.MediaGroupId).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        album[0].Caption.ShouldBe("Все стороны");
        album[0].Photo!.Select(size => size.Width).ShouldBe([90, 320, 800, 1200]);
        (await host.DownloadAsync(album[0].Photo![^1].FileId)).ShouldStartWithJpeg();

        await page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "договор.pdf", MimeType = "application/pdf", Buffer = new byte[300_000] });
        await page.ClickAsync(".tg-send");
        await Expect(log.Locator(".tg-document")).ToContainTextAsync("договор.pdf");
        await host.CallAsync("sendMessage", new { chat_id = chat, text = "Не хватает: VIN, салон, пробег.", reply_markup = Keyboard([[("Что сейчас", "now")]]) });
        await Expect(log.Locator(".tg-message")).ToHaveCountAsync(4);
        await Expect(page.Locator("#toast")).ToBeEmptyAsync();
        await LookAsync(seller, string.Format(name, "chat"));

        await log.Locator("[data-photo]").First.ClickAsync();
        await Expect(page.Locator("#viewer-image")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#viewer")).ToBeHiddenAsync();
        await page.ClickAsync("#commands");
        await Expect(page.Locator("#command-menu button")).ToHaveCountAsync(2);
        await LookAsync(seller, string.Format(name, "commands"));
        await page.Keyboard.PressAsync("Enter"); // the first one has the focus
        await Expect(log.Locator(".tg-message").Last).ToContainTextAsync("/menu");
    }

    [Fact]
    public async Task Should_Let_A_Stranger_Begin_And_Block_The_Bot()
    {
        await using var visitor = await browser.OpenAsync(host: host.Site);
        var page = visitor.Page;
        await page.GotoAsync("/sandbox/telegram?start=ABC123");
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-ready", "true");

        await page.ClickAsync("#new-person");
        await page.FillAsync("#person-name", "Пётр Новиков");
        await page.Locator("#person-name").PressAsync("Enter");
        await Expect(page.Locator("#begin")).ToBeVisibleAsync();
        await Expect(page.Locator("#composer")).ToBeHiddenAsync();
        await LookAsync(visitor, "telegram-stranger");
        await page.ClickAsync("#begin");

        await Expect(page.Locator("#log")).ToContainTextAsync("/start ABC123");
        var stranger = host.Api.Pending.Last(x => x.Message?.Text == "/start ABC123").Message!.Chat.Id;
        await page.ClickAsync("#block");
        await Expect(page.Locator("#begin")).ToBeVisibleAsync();
        (await host.TryAsync("sendMessage", new { chat_id = stranger, text = "x" })).GetProperty("error_code").GetInt32().ShouldBe(403);
        await page.ClickAsync("#begin");
        await Expect(page.Locator("#text")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Should_Show_An_Alert_And_Take_Away_What_Was_Deleted()
    {
        await using var visitor = await browser.OpenAsync(new Window { Desktop = true }, host.Site);
        var page = visitor.Page;
        var message = await host.CallAsync("sendMessage", new { chat_id = 1002, text = "Согласовать цену?", reply_markup = Keyboard([[("Да", "yes")]]) });
        await page.GotoAsync("/sandbox/telegram?chat=1002");

        await page.ClickAsync(".tg-key");
        await Expect(page.Locator(".tg-key")).ToHaveAttributeAsync("aria-busy", "true");
        var press = await host.PressOfAsync(1002);
        await host.CallAsync("answerCallbackQuery", new { callback_query_id = press.Id, text = "Цена изменилась, посмотрите ещё раз.", show_alert = true });

        await Expect(page.Locator("#alert-text")).ToHaveTextAsync("Цена изменилась, посмотрите ещё раз.");
        await page.Keyboard.PressAsync("Enter");
        await host.CallAsync("deleteMessage", new { chat_id = 1002, message_id = message.GetProperty("message_id").GetInt64() });
        await Expect(page.Locator(".tg-message")).ToHaveCountAsync(0);
        visitor.ShouldHaveStayedHome();
    }

    [Fact]
    public async Task Should_Refuse_A_Page_Of_Somebody_Else()
    {
        using var http = new HttpClient { BaseAddress = new Uri(host.Site.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sandbox/telegram/chats") { Content = JsonContent.Create(new { name = "x" }), Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        (await http.SendAsync(request)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await http.GetAsync("/sandbox/telegram/files/none")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static object Keyboard((string Text, string Does)[][] rows) => new
    {
        inline_keyboard = rows.Select(row => row.Select(button => button.Does.StartsWith("https", StringComparison.Ordinal)
            ? new Dictionary<string, string> { ["text"] = button.Text, ["url"] = button.Does }
            : new Dictionary<string, string> { ["text"] = button.Text, ["callback_data"] = button.Does })),
    };

    private static async Task LookAsync(Visitor visitor, string name)
    {
        if (ScreenshotTheoryAttribute.Folder is { } folder)
        {
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        }
        await visitor.ShouldBeAccessibleAsync();
        await visitor.ShouldFitTheWindowAsync();
        visitor.ShouldHaveStayedHome();
    }
}

/// <summary>The program with demo people, and a bot of the test's own.</summary>
public sealed class TelegramWindowHost : IAsyncLifetime
{
    private HttpClient _bot = null!;

    public SiteHost Site { get; private set; } = null!;

    public SandboxBotApi Api { get; } = new(TimeProvider.System, "2:test");

    public Task InitializeAsync()
    {
        Site = new SiteHost(services => services.AddSingleton(Api), demo: true);
        _bot = new HttpClient(new SandboxBotApiHandler(Api)) { BaseAddress = new Uri(SandboxBotApi.BaseAddress) };
        foreach (var person in Demo.DemoStaff.All.Where(x => x.TelegramChatId is not null))
        {
            Api.Open(new SandboxPerson(person.TelegramChatId!.Value, person.FullName));
        }
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _bot.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>The latest press; the button looks pressed before the program has heard of it.</summary>
    public async Task<ApiCallbackQuery> PressOfAsync(long chat)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (Api.Pending.LastOrDefault(x => x.CallbackQuery?.From.Id == chat)?.CallbackQuery is { } press)
            {
                return press;
            }
            await Task.Delay(50, patience.Token);
        }
    }

    public async Task<JsonElement> CallAsync(string method, object parameters)
    {
        var answer = await TryAsync(method, parameters);
        answer.GetProperty("ok").GetBoolean().ShouldBeTrue(answer.ToString());
        return answer.GetProperty("result");
    }

    public async Task<JsonElement> TryAsync(string method, object parameters)
    {
        using var answer = await _bot.PostAsJsonAsync($"/bot2:test/{method}", parameters);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<byte[]> DownloadAsync(string fileId)
    {
        var file = await CallAsync("getFile", new { file_id = fileId });
        return await _bot.GetByteArrayAsync($"/file/bot2:test/{file.GetProperty("file_path").GetString()}");
    }
}

internal static class JpegAssertions
{
    public static void ShouldStartWithJpeg(this byte[] bytes) => bytes.Take(3).ShouldBe(new byte[] { 0xFF, 0xD8, 0xFF });
}
