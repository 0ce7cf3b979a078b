using SaleAuto.Auditing;
using SaleAuto.Entities;

namespace SaleAuto.Bot;

/// <summary>Something that the bot is to say or do in a chat, written with the effect that it tells of and sent after the commit.</summary>
public class BotOutgoing : Entity<Guid>
{
    /// <summary>Longest note of a failure.</summary>
    public const int MaxErrorLength = 200;

    private BotOutgoing()
    {
    } // EF Core

    /// <summary>Writes it down.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="updateId">The update that it answers.</param>
    /// <param name="part">Place among the answers to it.</param>
    /// <param name="kind">What is to be done.</param>
    /// <param name="payload">With what, JSON.</param>
    /// <param name="question">The question that it asks: asked again before it was sent, only the newer one is sent.</param>
    /// <param name="createdAt">Now, UTC.</param>
    public BotOutgoing(Guid id, long chatId, long updateId, int part, BotOutgoingKind kind, string payload, int? question, DateTime createdAt)
        : base(id)
    {
        ChatId = chatId;
        UpdateId = updateId;
        Part = part;
        Kind = kind;
        Payload = payload;
        Question = question;
        CreatedAt = createdAt;
        DueAt = createdAt;
    }

    /// <summary>The chat; what goes there goes in order.</summary>
    public long ChatId { get; private set; }

    /// <summary>The update that it answers.</summary>
    public long UpdateId { get; private set; }

    /// <summary>Place among the answers to it.</summary>
    public int Part { get; private set; }

    /// <summary>What is to be done.</summary>
    public BotOutgoingKind Kind { get; private set; }

    /// <summary>With what, JSON; forgotten once it is done.</summary>
    [Secret]
    public string Payload { get; private set; } = "";

    /// <summary>The question that it asks.</summary>
    public int? Question { get; private set; }

    /// <summary>Where it stands.</summary>
    public BotOutgoingStatus Status { get; private set; } = BotOutgoingStatus.Waiting;

    /// <summary>When it was written, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the next try is due, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>The try that holds the lease.</summary>
    public Guid? ClaimToken { get; private set; }

    /// <summary>Until when the lease holds, UTC.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>When it was done or given up, UTC.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Why the last try failed; holds no personal data.</summary>
    public string? LastError { get; private set; }

    /// <summary>Telegram took it.</summary>
    public void MarkDone(DateTime now) => End(BotOutgoingStatus.Done, null, now);

    /// <summary>Telegram will never take it.</summary>
    public void GiveUp(string error, DateTime now) => End(BotOutgoingStatus.GivenUp, error, now);

    /// <summary>The try failed; the next one is due then.</summary>
    public void Postpone(string error, DateTime dueAt)
    {
        LastError = Shorten(error);
        DueAt = dueAt;
        LetGo();
    }

    private void End(BotOutgoingStatus status, string? error, DateTime now)
    {
        Status = status;
        LastError = error is null ? null : Shorten(error);
        DoneAt = now;
        Payload = "";
        LetGo();
    }

    private void LetGo()
    {
        ClaimToken = null;
        ClaimedUntil = null;
    }

    private static string Shorten(string error) => error.Length <= MaxErrorLength ? error : error[..MaxErrorLength];
}

/// <summary>What is to be done in a chat.</summary>
public enum BotOutgoingKind
{
    /// <summary>A message, sent or edited in place.</summary>
    Show,

    /// <summary>The answer to a pressed button, which ends its spinner.</summary>
    Answer,

    /// <summary>Takes the buttons from a message that is answered by another one.</summary>
    ClearButtons,
}

/// <summary>Where it stands.</summary>
public enum BotOutgoingStatus
{
    /// <summary>To be done.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Refused for good.</summary>
    GivenUp,
}
