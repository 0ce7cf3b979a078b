namespace SaleAuto.Telegram;

/// <summary>The Bot API failed in a way that may pass.</summary>
public sealed class BotApiException(string reason) : Exception($"The Bot API failed: {reason}")
{
    /// <summary>Stable reason without personal data, such as <c>telegram:502</c>.</summary>
    public string Reason { get; } = reason;
}
