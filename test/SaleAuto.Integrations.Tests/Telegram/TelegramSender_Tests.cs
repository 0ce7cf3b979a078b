using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using SaleAuto.Messages;
using SaleAuto.Servers;

namespace SaleAuto.Telegram;

public class TelegramSender_Tests(TelegramEmulator emulator) : IClassFixture<TelegramEmulator>
{
    private static readonly PublishedParameters _tables = new(NodeServer.Npm);

    [Fact]
    public async Task Should_Deliver_A_Text_With_Its_Button_To_The_Emulator()
    {
        var sent = await Sender(emulator.Address).SendAsync(Message(7, "Заявка L-000123", new MessageButton("Открыть", "https://saleauto.example/staff")), default);

        sent.Outcome.ShouldBe(SendOutcome.Sent);
        sent.ProviderId.ShouldNotBeNullOrEmpty();
        using var client = new HttpClient();
        var answer = await client.PostAsync($"{emulator.Address}/getUpdates", new StringContent("""{ "token": "1:token", "chatId": 7 }""", null, "application/json"));
        var message = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("result")[0].GetProperty("message");
        message.GetProperty("text").GetString().ShouldBe("Заявка L-000123");
        message.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("url").GetString().ShouldBe("https://saleauto.example/staff");
    }

    [Fact]
    public async Task Should_Send_Only_What_The_Published_Tables_Know()
    {
        await using var telegram = await StrictAsync();

        var sent = await Sender(telegram.Address).SendAsync(Message(7, "Текст", new MessageButton("Открыть", "https://saleauto.example/")), default);

        sent.ShouldBe(SendResult.Sent("42"));
        _tables.FaultsOf("sendMessage", JsonDocument.Parse("""{ "chat_id": true, "parse": "HTML" }""").RootElement)
            .ShouldBe(["parse is unknown", "text is missing", "chat_id is not number | string"]);
    }

    [Theory]
    [InlineData(StrictBotApi.Blocked, SendOutcome.Refused, "telegram:blocked")]
    [InlineData(StrictBotApi.Unknown, SendOutcome.Refused, "telegram:chat-not-found")]
    [InlineData(StrictBotApi.Migrated, SendOutcome.Refused, "telegram:chat-migrated")]
    [InlineData(StrictBotApi.Broken, SendOutcome.Retry, "telegram:502")]
    public async Task Should_Tell_A_Refusal_For_Good_From_One_That_Passes(long chat, SendOutcome outcome, string error)
    {
        await using var telegram = await StrictAsync();

        var answer = await Sender(telegram.Address).SendAsync(Message(chat, "Текст"), default);

        (answer.Outcome, answer.Error).ShouldBe((outcome, error));
    }

    [Fact]
    public async Task Should_Pass_On_How_Long_Telegram_Asks_To_Wait()
    {
        await using var telegram = await StrictAsync();

        var answer = await Sender(telegram.Address).SendAsync(Message(StrictBotApi.Flooded, "Текст"), default);

        answer.ShouldBe(SendResult.Retry("telegram:429", TimeSpan.FromSeconds(17)));
    }

    [Fact]
    public async Task Should_Wait_For_An_Operator_When_The_Token_Is_Wrong()
    {
        await using var telegram = await StrictAsync();

        var answer = await Sender(telegram.Address, token: "1:other").SendAsync(Message(7, "Текст"), default);

        answer.ShouldBe(SendResult.Retry("telegram:unauthorized"));
    }

    [Fact]
    public async Task Should_Try_Again_When_Nobody_Answers()
    {
        var telegram = await StrictAsync();
        var address = telegram.Address;
        await telegram.DisposeAsync();

        var answer = await Sender(address).SendAsync(Message(7, "Текст"), default);

        answer.ShouldBe(SendResult.Retry("telegram:unreachable"));
    }

    [Fact]
    public async Task Should_Put_A_Link_Into_The_Text_Where_Telegram_Takes_No_Button()
    {
        await using var telegram = await StrictAsync();

        var sent = await Sender(telegram.Address).SendAsync(Message(7, "Текст", new MessageButton("Открыть", "http://localhost:5000/staff")), default);

        sent.Outcome.ShouldBe(SendOutcome.Sent);
        var call = JsonDocument.Parse(telegram.Requests.Single().Body).RootElement;
        call.GetProperty("text").GetString().ShouldBe("Текст\nОткрыть: http://localhost:5000/staff");
        call.TryGetProperty("reply_markup", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Shorten_A_Text_That_Is_Too_Long_Without_Breaking_A_Letter_Or_The_Link()
    {
        await using var telegram = await StrictAsync();
        var text = string.Concat(Enumerable.Repeat("🚗", 3000));

        var sent = await Sender(telegram.Address).SendAsync(Message(7, text, new MessageButton("Открыть", "http://localhost/")), default);

        sent.Outcome.ShouldBe(SendOutcome.Sent);
        var given = JsonDocument.Parse(telegram.Requests.Single().Body).RootElement.GetProperty("text").GetString()!;
        given.ShouldEndWith("🚗…\nОткрыть: http://localhost/");
        given.Length.ShouldBeInRange(4090, 4096);
    }

    [Fact]
    public void Should_Name_The_Missing_Setting_In_Production_And_Use_The_Sandbox_In_Development()
    {
        var fault = Should.Throw<OptionsValidationException>(() => Build("http://127.0.0.1", token: null, Environments.Production).GetRequiredService<IOptions<TelegramOptions>>().Value);

        fault.Message.ShouldContain("Telegram:BotToken");
        Build("http://127.0.0.1", token: null, Environments.Development).GetServices<IMessageSender>().ShouldBeEmpty();
    }

    [Fact]
    public void Should_Ask_For_The_Secret_Of_A_Webhook()
    {
        var fault = Should.Throw<OptionsValidationException>(() =>
            Build("http://127.0.0.1", "1:token", Environments.Development, ("Telegram:Mode", "Webhook")).GetRequiredService<IOptions<TelegramOptions>>().Value);

        fault.Message.ShouldContain("Telegram:WebhookSecret");
    }

    private static Task<StandIn> StrictAsync() => StandIn.StartAsync((path, body) => StrictBotApi.Answer(_tables, path, body));

    private static IMessageSender Sender(string address, string token = "1:token") =>
        Build(address, token, Environments.Production).CreateScope().ServiceProvider.GetServices<IMessageSender>().Single();

    private static ServiceProvider Build(string address, string? token, string environment, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?> { ["Telegram:BaseAddress"] = address, ["Telegram:BotToken"] = token };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }
        return new ServiceCollection()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment, ContentRootFileProvider = new NullFileProvider() })
            .AddTelegram(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }

    private static MessageToSend Message(long chat, string text, params MessageButton[] buttons) => new(Guid.NewGuid(), $"{chat}", text, buttons);
}
