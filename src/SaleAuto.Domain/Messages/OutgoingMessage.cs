using SaleAuto.Entities;

namespace SaleAuto.Messages;

/// <summary>A message written together with the change that it tells of, and sent after the commit.</summary>
public class OutgoingMessage : Entity<Guid>
{
    private OutgoingMessage()
    {
    } // EF Core

    /// <summary>Writes a message.</summary>
    public OutgoingMessage(Guid id, MessageDraft draft, string body, DateTime createdAt)
        : base(id)
    {
        Channel = draft.Channel;
        Recipient = Check.NotNullOrWhiteSpace(draft.Recipient, nameof(draft), MessageConsts.MaxRecipientLength);
        Body = Check.NotNullOrWhiteSpace(body, nameof(body));
        IsSecret = draft.IsSecret;
        Priority = draft.Priority;
        DeduplicationKey = Check.NotNullOrWhiteSpace(draft.DeduplicationKey, nameof(draft), MessageConsts.MaxKeyLength);
        LeadId = draft.LeadId;
        CreatedAt = createdAt;
        DueAt = createdAt;
        ExpiresAt = draft.ExpiresAt;
    }

    /// <summary>The way it takes.</summary>
    public MessageChannel Channel { get; private set; }

    /// <summary>Canonical phone or chat id.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>Text and buttons as JSON; protected while a secret waits, and emptied when it is sent or given up.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Whether the text must not be kept: a one-time code.</summary>
    public bool IsSecret { get; private set; }

    /// <summary>Smaller goes first.</summary>
    public MessagePriority Priority { get; private set; }

    /// <summary>Unique: the same effect is written once.</summary>
    public string DeduplicationKey { get; private set; } = "";

    /// <summary>The lead that it is about.</summary>
    public Guid? LeadId { get; private set; }

    /// <summary>Where it stands.</summary>
    public MessageStatus Status { get; private set; } = MessageStatus.Pending;

    /// <summary>When it was written, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the next try is due, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>When it stops making sense, UTC: an expired code is not sent.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>The try that holds the lease.</summary>
    public Guid? ClaimToken { get; private set; }

    /// <summary>Until when the lease holds, UTC; after a crash another node takes over then.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>When the channel took it, UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>Id given by the channel, for delivery reports.</summary>
    public string? ProviderId { get; private set; }

    /// <summary>Why the last try failed; holds no personal data.</summary>
    public string? LastError { get; private set; }
}
