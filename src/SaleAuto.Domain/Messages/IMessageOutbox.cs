using SaleAuto.Bot;

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

    /// <summary>Buttons; Telegram only.</summary>
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    /// <summary>Which message overtakes which.</summary>
    public MessagePriority Priority { get; init; } = MessagePriority.Normal;

    /// <summary>Names the effect, such as <c>lead-confirmed:{lead}:{manager}</c>.</summary>
    public required string DeduplicationKey { get; init; }

    /// <summary>The lead that it is about.</summary>
    public Guid? LeadId { get; init; }

    /// <summary>Before when it must not be sent, UTC; null for at once. Later messages of its priority wait for it.</summary>
    public DateTime? NotBefore { get; init; }

    /// <summary>When it stops making sense, UTC.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>Whether the text must not be kept: a one-time code.</summary>
    public bool IsSecret { get; init; }
}

/// <summary>A button under a message: opens an address, or acts in the bot. A channel leaves out what it cannot show.</summary>
/// <param name="Text">Caption.</param>
/// <param name="Url">Address that it opens; null for a button that acts.</param>
public sealed record MessageButton(string Text, string? Url = null)
{
    /// <summary>What it does in the bot; null for a button that opens an address.</summary>
    public BotAction? Action { get; init; }

    /// <summary>A button that acts in the bot.</summary>
    public static MessageButton Act(string text, string name, Guid id) => new(text) { Action = new BotAction(name, id) };
}
