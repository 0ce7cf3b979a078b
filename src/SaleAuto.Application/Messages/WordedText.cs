namespace SaleAuto.Messages;

/// <summary>A text of the notification matrix, ready to be sent.</summary>
/// <param name="Of">The text that it was made of; it knows whether quiet hours hold it back, and who may switch it off.</param>
/// <param name="Words">What is sent.</param>
internal sealed record WordedText(MessageText Of, string Words)
{
    /// <summary>After that moment it would come too late, UTC: quiet hours that last longer do not hold it back. Null when it is never too late.</summary>
    public DateTime? NeededBy { get; init; }
}
