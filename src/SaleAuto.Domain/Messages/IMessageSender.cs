namespace SaleAuto.Messages;

/// <summary>One way out: SMS gateway, Telegram, or the sandbox in their place.</summary>
public interface IMessageSender
{
    /// <summary>The channel it serves.</summary>
    MessageChannel Channel { get; }

    /// <summary>Hands the message over once. Refusals are results; only our own mistakes throw.</summary>
    Task<SendResult> SendAsync(MessageToSend message, CancellationToken cancellationToken);
}

/// <summary>A message in clear text.</summary>
public sealed record MessageToSend(Guid Id, string Recipient, string Text, IReadOnlyList<MessageButton> Buttons);

/// <summary>What the channel answered.</summary>
public sealed record SendResult
{
    private SendResult(SendOutcome outcome) => Outcome = outcome;

    /// <summary>Sent, try again, or refused for good.</summary>
    public SendOutcome Outcome { get; }

    /// <summary>Id given by the channel.</summary>
    public string? ProviderId { get; private init; }

    /// <summary>Stable reason without personal data, such as <c>telegram:blocked</c> or <c>twilio:21211</c>.</summary>
    public string? Error { get; private init; }

    /// <summary>How long the channel asks to wait.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The channel took it.</summary>
    public static SendResult Sent(string? providerId) => new(SendOutcome.Sent) { ProviderId = providerId };

    /// <summary>It may work later.</summary>
    public static SendResult Retry(string error, TimeSpan? retryAfter = null) => new(SendOutcome.Retry) { Error = error, RetryAfter = retryAfter };

    /// <summary>It will never work: the recipient blocked us, the number is invalid.</summary>
    public static SendResult Refused(string error) => new(SendOutcome.Refused) { Error = error };
}

/// <summary>Kinds of answers.</summary>
public enum SendOutcome
{
    /// <summary>Taken.</summary>
    Sent,

    /// <summary>To be tried again.</summary>
    Retry,

    /// <summary>Refused for good.</summary>
    Refused,
}
