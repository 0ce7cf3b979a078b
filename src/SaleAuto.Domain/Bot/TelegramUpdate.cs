using SaleAuto.Auditing;
using SaleAuto.Entities;
using SaleAuto.Files;

namespace SaleAuto.Bot;

/// <summary>An update as Telegram sent it, stored before anything is done with it. Its id is Telegram's, so that one that comes twice is stored once.</summary>
public class TelegramUpdate : Entity<long>
{
    /// <summary>Longest note of a failure.</summary>
    public const int MaxErrorLength = 200;

    private TelegramUpdate()
    {
    } // EF Core

    /// <summary>Stores an update.</summary>
    public TelegramUpdate(long id, long chatId, string payload, DateTime receivedAt)
        : base(id)
    {
        ChatId = chatId;
        Payload = payload;
        ReceivedAt = receivedAt;
        DueAt = receivedAt;
    }

    /// <summary>The chat; its updates are handled one after the other.</summary>
    public long ChatId { get; private set; }

    /// <summary>What came, JSON; forgotten once it is handled, because people write names and phones.</summary>
    [Secret]
    public string Payload { get; private set; } = "";

    /// <summary>When it came, UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public TelegramUpdateStatus Status { get; private set; } = TelegramUpdateStatus.Waiting;

    /// <summary>When the next try is due, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>The try that holds the lease.</summary>
    public Guid? ClaimToken { get; private set; }

    /// <summary>Until when the lease holds, UTC.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>The stored file that came with it, once it is fetched.</summary>
    [StoredFileId]
    public Guid? StoredFileId { get; private set; }

    /// <summary>When it was handled or given up, UTC.</summary>
    public DateTime? HandledAt { get; private set; }

    /// <summary>Why the last try failed; holds no personal data.</summary>
    public string? LastError { get; private set; }

    /// <summary>Its picture or file is stored.</summary>
    public void KeepFile(Guid storedFileId) => StoredFileId = storedFileId;

    /// <summary>It is handled, together with everything that it changed.</summary>
    public void MarkHandled(DateTime now)
    {
        Status = TelegramUpdateStatus.Handled;
        HandledAt = now;
        Payload = "";
        StoredFileId = null; // a record names the file by now, or nobody ever will
        LetGo();
    }

    /// <summary>The try failed; the next one is due then.</summary>
    public void Postpone(string error, DateTime dueAt)
    {
        LastError = Shorten(error);
        DueAt = dueAt;
        LetGo();
    }

    /// <summary>Every try failed. The payload is kept for whoever looks into it, until the row is cleaned up.</summary>
    public void GiveUp(string error, DateTime now)
    {
        Status = TelegramUpdateStatus.GivenUp;
        StoredFileId = null;
        HandledAt = now;
        LastError = Shorten(error);
        LetGo();
    }

    private void LetGo()
    {
        ClaimToken = null;
        ClaimedUntil = null;
    }

    private static string Shorten(string error) => error.Length <= MaxErrorLength ? error : error[..MaxErrorLength];
}

/// <summary>Where an update stands.</summary>
public enum TelegramUpdateStatus
{
    /// <summary>To be handled.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Handled,

    /// <summary>Failed too often; the person was told.</summary>
    GivenUp,
}
