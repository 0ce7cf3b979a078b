using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Searching;

namespace SaleAuto.Messages;

/// <summary>A message written together with the change that it tells of, and sent after the commit.</summary>
public class OutgoingMessage : Entity<Guid>, IGuardedSearchable
{
    private OutgoingMessage()
    {
    } // EF Core

    /// <summary>Writes a message.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="draft">What is to be said to whom.</param>
    /// <param name="body">The draft's text and buttons as <see cref="MessageBodies"/> writes them.</param>
    /// <param name="order">Place in the recipient's order, UTC; later messages of one transaction get later moments.</param>
    /// <param name="dueAt">When the first try is due, UTC.</param>
    public OutgoingMessage(Guid id, MessageDraft draft, string body, DateTime order, DateTime dueAt)
        : base(id)
    {
        Channel = draft.Channel;
        Recipient = Check.NotNullOrWhiteSpace(draft.Recipient, nameof(draft), MessageConsts.MaxRecipientLength);
        Body = Check.NotNullOrWhiteSpace(body, nameof(body));
        Text = draft.IsSecret ? MaskedText.Of(draft.Text) : draft.Text;
        IsSecret = draft.IsSecret;
        Priority = draft.Priority;
        DeduplicationKey = Check.NotNullOrWhiteSpace(draft.DeduplicationKey, nameof(draft), MessageConsts.MaxKeyLength);
        LeadId = draft.LeadId;
        CreatedAt = order;
        DueAt = dueAt;
        ExpiresAt = draft.ExpiresAt;
    }

    /// <summary>The way it takes.</summary>
    public MessageChannel Channel { get; private set; }

    /// <summary>Canonical phone or chat id.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>Text and buttons as JSON; protected while a secret waits, and emptied when it is sent or given up.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The text for the staff to read; codes and links of a secret are masked in it from the beginning.</summary>
    public string? Text { get; private set; }

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

    /// <summary>When it was written, UTC; the order of the recipient's messages.</summary>
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

    /// <summary>The last delivery report of the channel.</summary>
    public DeliveryState Delivery { get; private set; }

    /// <summary>When that report came, UTC.</summary>
    public DateTime? DeliveryReportedAt { get; private set; }

    /// <summary>Why the last try failed; holds no personal data.</summary>
    public string? LastError { get; private set; }

    /// <summary>Whether its time has passed.</summary>
    public bool IsExpired(DateTime now) => ExpiresAt <= now;

    /// <summary>The channel took it.</summary>
    public void MarkSent(string? providerId, DateTime sentAt)
    {
        EnsureStatus(MessageStatus.Pending);
        BecomeSent(providerId, sentAt);
    }

    /// <summary>The try failed; the next one is due then, or when the message expires.</summary>
    public void Postpone(string error, DateTime dueAt)
    {
        EnsureStatus(MessageStatus.Pending);
        LastError = Shorten(error);
        DueAt = ExpiresAt < dueAt ? ExpiresAt.Value : dueAt;
        LetGo();
    }

    /// <summary>Refused for good, expired, or given up after the last try.</summary>
    public void Fail(string error)
    {
        EnsureStatus(MessageStatus.Pending);
        Status = MessageStatus.Failed;
        LastError = Shorten(error);
        LetGo();
        ForgetSecret();
    }

    /// <summary>Puts a failed message back into the queue with all its tries. A secret cannot be: its text was not kept.</summary>
    public void Resend(DateTime now)
    {
        EnsureStatus(MessageStatus.Failed);
        if (Body.Length == 0)
        {
            throw new BusinessException(SaleAutoErrorCodes.Messages.TextNotKept);
        }
        Status = MessageStatus.Pending;
        Delivery = DeliveryState.None;
        DeliveryReportedAt = null;
        SentAt = null;
        ExpiresAt = null; // a person decided that it still makes sense
        Attempts = 0;
        DueAt = now;
    }

    /// <summary>
    /// Takes down what the channel reports; reports come in any order, and an older one changes nothing.
    /// A report may be quicker than the answer to the request that sent the message: it then ends the try as sent.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public bool ReportDelivery(string providerId, DeliveryState state, string? error, DateTime reportedAt)
    {
        var isOfAnEarlierSending = ProviderId is not null && (ProviderId != providerId || Status == MessageStatus.Pending);
        if (state <= Delivery || isOfAnEarlierSending)
        {
            return false;
        }
        if (ProviderId is null) // taken, though we never saw the answer
        {
            BecomeSent(providerId, reportedAt);
        }
        Delivery = state;
        DeliveryReportedAt = reportedAt;
        if (state == DeliveryState.Delivered)
        {
            Status = MessageStatus.Delivered;
            LastError = null;
        }
        else if (state is DeliveryState.Undelivered or DeliveryState.Failed)
        {
            Status = MessageStatus.Failed;
            LastError = Shorten(error ?? "");
        }
        return true;
    }

    private void BecomeSent(string? providerId, DateTime sentAt)
    {
        Status = MessageStatus.Sent;
        SentAt = sentAt;
        ProviderId = providerId;
        LastError = null;
        LetGo();
        ForgetSecret();
    }

    private void LetGo()
    {
        ClaimToken = null;
        ClaimedUntil = null;
    }

    private void ForgetSecret()
    {
        if (IsSecret)
        {
            Body = "";
        }
    }

    private void EnsureStatus(MessageStatus required)
    {
        if (Status != required)
        {
            throw new BusinessException(SaleAutoErrorCodes.Messages.WrongStatus).WithData("Status", Status);
        }
    }

    private static string Shorten(string error) =>
        error.Length <= MessageConsts.MaxErrorLength ? error : error[..MessageConsts.MaxErrorLength];
}
