using SaleAuto.Accounting;
using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Files;

namespace SaleAuto.Expenses;

/// <summary>Money spent on a car in stock, with its evidence.</summary>
public class Expense : FullAuditedAggregateRoot<Guid>
{
    private Expense()
    {
    } // EF Core

    internal Expense(Guid id, Guid carId, Guid spentById, ExpenseFacts facts, bool needsApproval)
        : base(id)
    {
        CarId = carId;
        SpentById = spentById;
        Take(facts, needsApproval);
    }

    /// <summary>The car that it was spent on.</summary>
    public Guid CarId { get; private set; }

    /// <summary>Who spent it.</summary>
    public Guid SpentById { get; private set; }

    /// <summary>What for.</summary>
    public ExpenseCategory Category { get; private set; }

    /// <summary>How much, roubles.</summary>
    public decimal Amount { get; private set; }

    /// <summary>The day on the receipt.</summary>
    public DateOnly SpentOn { get; private set; }

    /// <summary>What people should know of it.</summary>
    public string? Note { get; private set; }

    /// <summary>Receipt, estimate or contract in the file store.</summary>
    [StoredFileId]
    public Guid? EvidenceFileId { get; private set; }

    /// <summary>Names the picture of the receipt wherever it came from, to recognise one that was sent before.</summary>
    public string? EvidenceKey { get; private set; }

    /// <summary>Names the message that it was entered by: the same one twice counts once.</summary>
    public string? Key { get; private set; }

    /// <summary>The place that the money came from; null: what the person holds of the company's money, or own money.</summary>
    public Guid? PaidFromId { get; private set; }

    /// <summary>Whether the books show it.</summary>
    public ExpenseStatus Status { get; private set; }

    /// <summary>Who approved, refused or took it back.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was refused or taken back.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>What the books show for it.</summary>
    public IEnumerable<LedgerPosting> Postings => Status == ExpenseStatus.Posted
        ? [new(LedgerEntryKind.Restoration, LedgerAccountRef.Stock(CarId), PaidFromId is { } place ? LedgerAccountRef.CashPlace(place) : LedgerAccountRef.Advance(SpentById), Amount, CarId)]
        : [];

    /// <summary>Corrects a mistake.</summary>
    internal void Correct(ExpenseFacts facts, bool needsApproval)
    {
        EnsureStatus(ExpenseStatus.AwaitingEvidence, ExpenseStatus.AwaitingApproval, ExpenseStatus.Posted);
        Take(facts, needsApproval);
    }

    /// <summary>The owner lets it into the books.</summary>
    public void Approve(Guid staffId, DateTime at)
    {
        EnsureStatus(ExpenseStatus.AwaitingApproval);
        Decide(ExpenseStatus.Posted, staffId, null, at);
    }

    /// <summary>The owner does not pay for it.</summary>
    public void Reject(Guid staffId, string reason, DateTime at)
    {
        EnsureStatus(ExpenseStatus.AwaitingEvidence, ExpenseStatus.AwaitingApproval);
        Decide(ExpenseStatus.Rejected, staffId, Check.NotNullOrWhiteSpace(reason?.Trim(), nameof(reason), ExpenseConsts.MaxNoteLength), at);
    }

    /// <summary>The owner takes it back out of the books.</summary>
    internal void Reverse(Guid staffId, string reason, DateTime at)
    {
        EnsureStatus(ExpenseStatus.Posted);
        Decide(ExpenseStatus.Reversed, staffId, Check.NotNullOrWhiteSpace(reason?.Trim(), nameof(reason), ExpenseConsts.MaxNoteLength), at);
    }

    /// <summary>It was in the books before evidence was asked for.</summary>
    internal void CountWithoutEvidence() => Status = ExpenseStatus.Posted;

    /// <summary>It was entered by a message that may come again, with a picture that may be sent again.</summary>
    public void CameBy(string key, string? evidenceKey)
    {
        Key = Check.NotNullOrWhiteSpace(key, nameof(key), ExpenseConsts.MaxKeyLength);
        EvidenceKey = Check.Length(evidenceKey, nameof(evidenceKey), ExpenseConsts.MaxKeyLength);
    }

    private void Decide(ExpenseStatus status, Guid staffId, string? reason, DateTime at)
    {
        (Status, DecidedById, DecisionReason, DecidedAt) = (status, staffId, reason, at);
        AddLocalEvent(new ExpenseChangedEvent(Id, reason));
    }

    private void Take(ExpenseFacts facts, bool needsApproval)
    {
        Category = facts.Category;
        Amount = Check.Range(facts.Amount, nameof(facts), 0.01m, ExpenseConsts.MaxAmount);
        SpentOn = facts.SpentOn;
        Note = Check.Length(facts.Note?.Trim(), nameof(facts), ExpenseConsts.MaxNoteLength);
        (PaidFromId, EvidenceFileId) = (facts.PaidFromId, facts.EvidenceFileId);
        Status = EvidenceFileId is null ? ExpenseStatus.AwaitingEvidence : needsApproval ? ExpenseStatus.AwaitingApproval : ExpenseStatus.Posted;
        (DecidedById, DecidedAt, DecisionReason) = (null, null, null);
        AddLocalEvent(new ExpenseChangedEvent(Id, null));
    }

    private void EnsureStatus(params ReadOnlySpan<ExpenseStatus> allowed)
    {
        if (!allowed.Contains(Status))
        {
            throw new BusinessException(SaleAutoErrorCodes.Expenses.WrongStatus).WithData("Status", Status);
        }
    }
}

/// <summary>What a receipt says.</summary>
/// <param name="Category">What for.</param>
/// <param name="Amount">Roubles.</param>
/// <param name="SpentOn">The day on the receipt.</param>
/// <param name="Note">What people should know of it.</param>
/// <param name="EvidenceFileId">Receipt, estimate or contract in the file store; without it the books do not show the expense.</param>
/// <param name="PaidFromId">The place that the money came from; null: the person had it.</param>
public sealed record ExpenseFacts(ExpenseCategory Category, decimal Amount, DateOnly SpentOn, string? Note, Guid? EvidenceFileId, Guid? PaidFromId = null);

/// <summary>An expense was entered, corrected or decided on.</summary>
public sealed record ExpenseChangedEvent(Guid ExpenseId, string? Reason);
