using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Files;

namespace SaleAuto.Accounting;

/// <summary>A movement of money that is no purchase, expense or sale: an advance, a transfer, a payout. It is never changed; a mistake is taken back with a reason.</summary>
public class CashOperation : FullAuditedAggregateRoot<Guid>
{
    private CashOperation()
    {
    } // EF Core

    internal CashOperation(Guid id, CashMovement movement, DateOnly day)
        : base(id)
    {
        Check.Range(movement.Amount, nameof(movement), 0.01m, AccountingConsts.MaxAmount);
        (Kind, Amount, PlaceId, ToPlaceId, StaffId, EvidenceFileId, Day) =
            (movement.Kind, movement.Amount, movement.PlaceId, movement.ToPlaceId, movement.StaffId, movement.EvidenceFileId, day);
        Note = Check.Length(movement.Note?.Trim(), nameof(movement), AccountingConsts.MaxNoteLength);
        AddLocalEvent(new CashOperationChangedEvent(Id, null));
    }

    /// <summary>What kind of movement.</summary>
    public CashOperationKind Kind { get; private set; }

    /// <summary>How much, roubles.</summary>
    public decimal Amount { get; private set; }

    /// <summary>The place that money leaves or, for a contribution and a returned advance, comes to.</summary>
    public Guid PlaceId { get; private set; }

    /// <summary>The place that a transfer goes to.</summary>
    public Guid? ToPlaceId { get; private set; }

    /// <summary>Who gets or brings the money.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>The day on which it was recorded, in the company's time zone.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>What people should know of it.</summary>
    public string? Note { get; private set; }

    /// <summary>Its paper in the file store.</summary>
    [StoredFileId]
    public Guid? EvidenceFileId { get; private set; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTime? ReversedAt { get; private set; }

    /// <summary>Why.</summary>
    public string? ReversalReason { get; private set; }

    /// <summary>What the books show for it.</summary>
    public IEnumerable<LedgerPosting> Postings => ReversedAt is null ? [new(KindOfEntry, Debit, Credit, Amount, null)] : [];

    /// <summary>The account that receives.</summary>
    public LedgerAccountRef Debit => Kind switch
    {
        CashOperationKind.AdvanceGiven => LedgerAccountRef.Advance(StaffId!.Value),
        CashOperationKind.AdvanceReturned or CashOperationKind.Contribution => LedgerAccountRef.CashPlace(PlaceId),
        CashOperationKind.Transfer => LedgerAccountRef.CashPlace(ToPlaceId!.Value),
        CashOperationKind.Withdrawal => LedgerAccountRef.Company,
        CashOperationKind.Cost => LedgerAccountRef.Costs,
        CashOperationKind.Payout => LedgerAccountRef.Person(StaffId!.Value),
        _ => throw new InvalidOperationException($"No account for {Kind}"),
    };

    /// <summary>The account that gives.</summary>
    public LedgerAccountRef Credit => Kind switch
    {
        CashOperationKind.AdvanceReturned => LedgerAccountRef.Advance(StaffId!.Value),
        CashOperationKind.Contribution => LedgerAccountRef.Capital,
        _ => LedgerAccountRef.CashPlace(PlaceId),
    };

    private LedgerEntryKind KindOfEntry => Kind switch
    {
        CashOperationKind.AdvanceGiven => LedgerEntryKind.AdvanceGiven,
        CashOperationKind.AdvanceReturned => LedgerEntryKind.AdvanceReturned,
        CashOperationKind.Transfer => LedgerEntryKind.Transfer,
        CashOperationKind.Contribution => LedgerEntryKind.Contribution,
        CashOperationKind.Withdrawal => LedgerEntryKind.Withdrawal,
        CashOperationKind.Cost => LedgerEntryKind.Cost,
        CashOperationKind.Payout => LedgerEntryKind.Payout,
        _ => throw new InvalidOperationException($"No entry for {Kind}"),
    };

    /// <summary>Takes it back: money is where it was before.</summary>
    /// <exception cref="BusinessException">It was taken back before.</exception>
    public void Reverse(string reason, DateTime at)
    {
        if (ReversedAt is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Accounting.AlreadyReversed);
        }
        ReversalReason = Check.NotNullOrWhiteSpace(reason?.Trim(), nameof(reason), AccountingConsts.MaxNoteLength);
        ReversedAt = at;
        AddLocalEvent(new CashOperationChangedEvent(Id, ReversalReason));
    }
}

/// <summary>What is to be moved.</summary>
public sealed record CashMovement(CashOperationKind Kind, decimal Amount, Guid PlaceId, Guid? ToPlaceId, Guid? StaffId, string? Note, Guid? EvidenceFileId);

/// <summary>Money was moved, or a movement was taken back.</summary>
public sealed record CashOperationChangedEvent(Guid OperationId, string? Reason);
