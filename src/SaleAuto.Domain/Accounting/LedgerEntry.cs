using SaleAuto.Entities;

namespace SaleAuto.Accounting;

/// <summary>
/// Moves a sum from one account to another, so that the books balance by construction. It is never changed or removed: a mistake is corrected by an entry that moves the sum back.
/// </summary>
public class LedgerEntry : Entity<Guid>
{
    private LedgerEntry()
    {
    } // EF Core

    internal LedgerEntry(Guid id, LedgerDocument document, int revision, int line, LedgerPosting posting, LedgerMoment moment)
        : base(id)
    {
        (DocumentType, DocumentId, Revision, Line) = (document.Type, document.Id, revision, line);
        (Kind, CarId) = (posting.Kind, posting.CarId);
        (DebitAccount, DebitOwnerId) = (posting.Debit.Account, posting.Debit.OwnerId);
        (CreditAccount, CreditOwnerId) = (posting.Credit.Account, posting.Credit.OwnerId);
        Kopecks = KopecksOf(posting.Amount);
        (Day, PostedAt, ActorId) = (moment.Day, moment.At, moment.ActorId);
    }

    private LedgerEntry(Guid id, LedgerEntry mistaken, int revision, int line, string? reason, LedgerMoment moment)
        : this(id, mistaken.Document, revision, line, mistaken.Posting with { Debit = mistaken.Credit, Credit = mistaken.Debit }, moment) =>
        (ReversesId, Reason) = (mistaken.Id, Check.Length(reason?.Trim(), nameof(reason), AccountingConsts.MaxNoteLength));

    /// <summary>The day on which it was recorded, in the company's time zone; never a day that has passed, so that a report on a past day stays as it was.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime PostedAt { get; private set; }

    /// <summary>What it records.</summary>
    public LedgerEntryKind Kind { get; private set; }

    /// <summary>The account that receives.</summary>
    public LedgerAccount DebitAccount { get; private set; }

    /// <summary>Whose account that is; null for an account of the company as a whole.</summary>
    public Guid? DebitOwnerId { get; private set; }

    /// <summary>The account that gives.</summary>
    public LedgerAccount CreditAccount { get; private set; }

    /// <summary>Whose account that is; null for an account of the company as a whole.</summary>
    public Guid? CreditOwnerId { get; private set; }

    /// <summary>The sum in kopecks, above zero: a whole number cannot hold a part of a kopeck, and databases add it exactly and fast.</summary>
    public long Kopecks { get; private set; }

    /// <summary>The sum in roubles.</summary>
    public decimal Amount => Kopecks / 100m;

    /// <summary>The car that it belongs to.</summary>
    public Guid? CarId { get; private set; }

    /// <summary>What it was written for.</summary>
    public LedgerDocumentType DocumentType { get; private set; }

    /// <summary>Id of that.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>How often entries were written for the document, from 1. Unique with the line, so that the same is not written twice at once.</summary>
    public int Revision { get; private set; }

    /// <summary>Place among the entries written together, from 0.</summary>
    public int Line { get; private set; }

    /// <summary>The entry that it takes back; at most one does.</summary>
    public Guid? ReversesId { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who caused it; null for the program itself.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The account that receives, with its owner.</summary>
    public LedgerAccountRef Debit => new(DebitAccount, DebitOwnerId);

    /// <summary>The account that gives, with its owner.</summary>
    public LedgerAccountRef Credit => new(CreditAccount, CreditOwnerId);

    /// <summary>What it was written for.</summary>
    public LedgerDocument Document => new(DocumentType, DocumentId);

    /// <summary>What it says, whenever and by whomever it was written.</summary>
    public LedgerPosting Posting => new(Kind, Debit, Credit, Amount, CarId);

    /// <summary>The entry that takes this one back.</summary>
    internal LedgerEntry Reverse(int revision, int line, string? reason, LedgerMoment moment) =>
        new(Guid.CreateVersion7(), this, revision, line, reason, moment);

    // Between whole kopecks nothing is rounded: whoever reckons shares decides where the rest goes.
    private static long KopecksOf(decimal amount)
    {
        var kopecks = amount * 100;
        return kopecks > 0 && decimal.Truncate(kopecks) == kopecks
            ? decimal.ToInt64(kopecks)
            : throw new ArgumentOutOfRangeException(nameof(amount), amount, "A sum is whole kopecks above zero");
    }
}

/// <summary>When an entry is written, and by whom.</summary>
/// <param name="Day">Day of the company's time zone.</param>
/// <param name="At">UTC.</param>
/// <param name="ActorId">Who caused it; null for the program itself.</param>
internal readonly record struct LedgerMoment(DateOnly Day, DateTime At, Guid? ActorId);
