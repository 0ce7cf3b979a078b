using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Servers;

namespace SaleAuto.Telegram;

/// <summary>
/// The bot over an emulator of the Bot API by others. That carries texts and buttons only: pictures come to the bot as messages of the emulator too,
/// but their bytes (getFile and the download) come from the stand-in.
/// </summary>
public sealed class EmulatorBot : ConnectedBot
{
    private static int _bots;

    private EmulatorBot(TestDatabase database, TelegramEmulator emulator, BotApiStandIn files, string token, Wire wire, Action<IServiceCollection> configure)
        : base(database, emulator.Address, token, services =>
        {
            services.AddHttpClient<TelegramClient>().AddHttpMessageHandler(() => wire.Tap());
            configure(services);
        }) => (Emulator, Files, Token, Notices) = (emulator, files, token, wire.Notices);

    public TelegramEmulator Emulator { get; }

    public BotApiStandIn Files { get; }

    public string Token { get; }

    /// <summary>Texts of the answers to presses: the emulator keeps none.</summary>
    public ConcurrentQueue<string?> Notices { get; }

    public static async Task<EmulatorBot> StartAsync(TestDatabase database, TelegramEmulator emulator, Action<IServiceCollection> configure)
    {
        var files = await BotApiStandIn.StartAsync();
        var token = $"{Interlocked.Increment(ref _bots)}:emulated"; // a bot of its own, with chats of its own
        return new EmulatorBot(database, emulator, files, token, new Wire(files, token), configure);
    }

    public override EmulatorUser User(long chatId) => new(this, chatId);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Files.DisposeAsync();
    }

    private sealed record Wire(BotApiStandIn Files, string Token)
    {
        public ConcurrentQueue<string?> Notices { get; } = new();

        public DelegatingHandler Tap() => new WireTap(this);
    }

    private sealed class WireTap(Wire wire) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (path.EndsWith("/getFile", StringComparison.Ordinal) || path.StartsWith("/file/", StringComparison.Ordinal))
            {
                request.RequestUri = new Uri(wire.Files.Address + path.Replace($"bot{wire.Token}/", $"bot{wire.Files.Token}/", StringComparison.Ordinal));
            }
            if (path.EndsWith("/answerCallbackQuery", StringComparison.Ordinal))
            {
                var call = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).RootElement;
                wire.Notices.Enqueue(call.TryGetProperty("text", out var text) ? text.GetString() : null);
            }
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
