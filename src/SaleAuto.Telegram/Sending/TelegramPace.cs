using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SaleAuto.Telegram;

/// <summary>Keeps this node within what Telegram takes: so many messages a second in all, one at a time to a chat, none to a chat that is to wait.</summary>
internal sealed class TelegramPace(IOptions<TelegramOptions> options)
{
    private const int MostChats = 10_000;

    private readonly ConcurrentDictionary<long, long> _chats = new();
    private readonly Lock _lock = new();
    private long _next;

    /// <summary>Waits for the turn of a message to that chat.</summary>
    public async Task WaitAsync(long chatId, CancellationToken cancellationToken)
    {
        var wait = Reserve(chatId, Environment.TickCount64);
        if (wait > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(wait), cancellationToken);
        }
    }

    /// <summary>Milliseconds until the turn that is taken herewith.</summary>
    internal long Reserve(long chatId, long now)
    {
        lock (_lock)
        {
            if (_chats.Count > MostChats)
            {
                foreach (var (chat, free) in _chats)
                {
                    if (free <= now)
                    {
                        _chats.TryRemove(chat, out _);
                    }
                }
            }
            var turn = Math.Max(now, Math.Max(_next, _chats.GetValueOrDefault(chatId)));
            _next = Math.Max(now, _next) + (1000 / options.Value.MessagesPerSecond);
            _chats[chatId] = turn + options.Value.ChatPauseMilliseconds;
            return turn - now;
        }
    }
}
