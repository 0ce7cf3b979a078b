using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using SaleAuto.Messages;
using SaleAuto.Telegram;

namespace SaleAuto.Sandbox.Telegram;

public sealed class SandboxTelegram_Tests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Should_Send_As_In_Production_And_Leave_A_Copy_In_The_Inbox()
    {
        await using var services = Build();
        var api = services.GetRequiredService<SandboxBotApi>();
        api.Open(new SandboxPerson(2001, "Игорь Панов"));
        await using var scope = services.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetServices<IMessageSender>().Single(x => x.Channel == MessageChannel.Telegram);

        var sent = await sender.SendAsync(Message("2001"), default);
        var refused = await sender.SendAsync(Message("77"), default);

        var message = api.GetMessages(2001).ShouldHaveSingleItem();
        message.Text.ShouldBe("Новая сделка");
        message.ReplyMarkup!.InlineKeyboard[0][0].Url.ShouldBe("https://saleauto.example/");
        sent.ShouldBe(SendResult.Sent($"{message.MessageId}"));
        refused.ShouldBe(SendResult.Refused("telegram:chat-not-found"));
        var inbox = scope.ServiceProvider.GetRequiredService<ISandboxInbox>();
        (await inbox.GetLatestAsync(["2001", "77"], 10, default)).ShouldHaveSingleItem().Recipient.ShouldBe("2001");
    }

    [Fact]
    public async Task Should_Leave_A_Configured_Bot_Alone()
    {
        await using var services = Build(("Telegram:BotToken", "1:token"));

        services.GetService<SandboxBotApi>().ShouldBeNull();
        services.GetRequiredService<IOptions<TelegramOptions>>().Value.BaseAddress.ShouldBe("https://api.telegram.org");
    }

    private static MessageToSend Message(string chat) => new(Guid.NewGuid(), chat, "Новая сделка", [new MessageButton("Открыть", "https://saleauto.example/")]);

    private ServiceProvider Build(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(x => x.Key, x => (string?)x.Value)).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootFileProvider = new NullFileProvider() });
        database.AddTo(services);
        services.AddTelegram(configuration);
        services.AddSandboxTelegram(configuration);
        services.AddSandboxInbox(configuration);
        return services.BuildServiceProvider();
    }
}
