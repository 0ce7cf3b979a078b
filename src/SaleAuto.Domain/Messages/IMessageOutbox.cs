namespace SaleAuto.Messages;

/// <summary>Takes messages down inside the transaction of the change that they tell of.</summary>
public interface IMessageOutbox
{
    /// <summary>Adds a message to the unit of work. A key that was used before adds nothing.</summary>
    Task AddAsync(MessageDraft draft, CancellationToken cancellationToken);
}

/// <summary>What is to be said to whom.</summary>
public sealed record MessageDraft
{
    /// <summary>The way it takes.</summary>
    public required MessageChannel Channel { get; init; }

    /// <summary>Canonical phone or chat id.</summary>
    public required string Recipient { get; init; }

    /// <summary>The text in the recipient's language; plain text.</summary>
    public required string Text { get; init; }

    /// <summary>Buttons that open an address; Telegram only.</summary>
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    /// <summary>Which message overtakes which.</summary>
    public MessagePriority Priority { get; init; } = MessagePriority.Normal;

    /// <summary>Names the effect, such as <c>lead-confirmed:{lead}:{manager}</c>.</summary>
    public required string DeduplicationKey { get; init; }

    /// <summary>The lead that it is about.</summary>
    public Guid? LeadId { get; init; }

    /// <summary>When it stops making sense, UTC.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>Whether the text must not be kept: a one-time code.</summary>
    public bool IsSecret { get; init; }
}

/// <summary>A button that opens an address.</summary>
public sealed record MessageButton(string Text, string Url);
