namespace SaleAuto.Messages;

/// <summary>Takes what a channel reports of a message that it took.</summary>
public interface IDeliveryReports
{
    /// <summary>Notes the report; an unknown message is left alone.</summary>
    /// <returns>Whether the message is known.</returns>
    Task<bool> TakeAsync(DeliveryReport report, CancellationToken cancellationToken);
}

/// <summary>One report.</summary>
public sealed record DeliveryReport
{
    /// <summary>Who reports.</summary>
    public required MessageChannel Channel { get; init; }

    /// <summary>The channel's id of the message.</summary>
    public required string ProviderId { get; init; }

    /// <summary>Our id, where the channel repeats it: the report may come before the channel's id is stored.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>What became of it.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>Reason of a failure without personal data, such as <c>twilio:30003</c>.</summary>
    public string? Error { get; init; }
}
