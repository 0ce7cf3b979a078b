using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SaleAuto.Messages;

namespace SaleAuto.Simulation;

/// <summary>The channels outside: they sometimes fail, and refuse for good what goes to a dead number or chat. They note what they took, which is the truth about what was sent.</summary>
public sealed partial class Wire(SimulationPlan plan)
{
    private readonly ConcurrentDictionary<Guid, int> _tries = [];
    private readonly ConcurrentDictionary<Guid, int> _taken = [];
    private readonly ConcurrentDictionary<Guid, byte> _refused = [];
    private readonly ConcurrentDictionary<string, string> _codes = [];

    /// <summary>The SMS gateway and Telegram.</summary>
    public IReadOnlyList<IMessageSender> Senders => [new Sender(this, MessageChannel.Sms), new Sender(this, MessageChannel.Telegram)];

    /// <summary>How often each message was taken.</summary>
    public IReadOnlyDictionary<Guid, int> Taken => _taken;

    /// <summary>Messages that were refused for good.</summary>
    public IReadOnlyCollection<Guid> Refused => [.. _refused.Keys];

    /// <summary>Whether the phone or the chat is dead.</summary>
    public bool IsDead(string recipient) => Roll(recipient, 0) < 15;

    /// <summary>Takes the last one-time code that reached the phone.</summary>
    public bool TryTakeCode(string phone, out string code) => _codes.TryRemove(phone, out code!);

    private SendResult Take(MessageChannel channel, MessageToSend message)
    {
        var attempt = _tries.AddOrUpdate(message.Id, 1, (_, before) => before + 1);
        var isRefused = channel == MessageChannel.Sms ? IsDead(message.Recipient) : Roll(message.Recipient + message.Text, 0) < 5; // somebody blocked the bot for a while
        if (isRefused)
        {
            _refused.TryAdd(message.Id, 0);
            return SendResult.Refused("wire:dead");
        }
        if (Roll(message.Recipient + message.Text.Length, attempt) < plan.FailuresPerThousandMessages)
        {
            return SendResult.Retry("wire:busy");
        }
        _taken.AddOrUpdate(message.Id, 1, (_, before) => before + 1);
        if (channel == MessageChannel.Sms && Digits().Match(message.Text) is { Success: true } digits)
        {
            _codes[message.Recipient] = digits.Value;
        }
        return SendResult.Sent($"wire-{message.Id:N}");
    }

    // The same for a seed, whatever order messages are sent in.
    private int Roll(string about, int attempt)
    {
        var hash = (uint)plan.Seed + ((uint)attempt * 2654435761);
        foreach (var letter in about)
        {
            hash = (hash ^ letter) * 16777619;
        }
        return (int)((hash ^ (hash >> 15)) % 1000);
    }

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex Digits();

    private sealed class Sender(Wire wire, MessageChannel channel) : IMessageSender
    {
        public MessageChannel Channel => channel;

        public Task<SendResult> SendAsync(MessageToSend message, CancellationToken cancellationToken) => Task.FromResult(wire.Take(channel, message));
    }
}
