using System.Text.Json;
using Microsoft.Extensions.Logging;
using SaleAuto.Bot;
using SaleAuto.Repositories;
using SaleAuto.Workers;

namespace SaleAuto.Telegram;

/// <summary>Stores updates before anything is done with them; one that comes twice is stored once.</summary>
internal sealed partial class UpdateInbox(
    ITelegramUpdateQueue updates, IUnitOfWork unitOfWork, IWorkSignal signal, TimeProvider clock, ILogger<UpdateInbox> logger)
{
    /// <summary>Stores what came; afterwards it may be confirmed to Telegram.</summary>
    public async Task StoreAsync(IReadOnlyList<JsonElement> raw, CancellationToken cancellationToken)
    {
        var rows = raw.Select(Read).OfType<TelegramUpdate>().ToList();
        if (rows.Count == 0)
        {
            return;
        }
        await unitOfWork.ExecuteAsync(token => updates.AddMissingAsync(rows, token), cancellationToken);
        signal.Raise<TelegramUpdateWorker>();
    }

    // What the bot cannot use, or cannot read at all, would only come again and again.
    private TelegramUpdate? Read(JsonElement raw)
    {
        try
        {
            var update = raw.Deserialize<TelegramIncoming>(TelegramClient.Json)!;
            return IncomingUpdate.FindChat(update) is { } chat
                ? new TelegramUpdate(update.UpdateId, chat, raw.GetRawText(), clock.GetUtcNow().UtcDateTime)
                : null;
        }
        catch (JsonException)
        {
            Log.Unreadable(logger);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An update of Telegram could not be read and is passed over")]
        public static partial void Unreadable(ILogger logger);
    }
}
