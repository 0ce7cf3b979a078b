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

    internal Expense(Guid id, Guid carId, Guid spentById, ExpenseFacts facts)
        : base(id)
    {
        CarId = carId;
        SpentById = spentById;
        Take(facts);
    }

    /// <summary>The car that it was spent on.</summary>
    public Guid CarId { get; private set; }

    /// <summary>Who spent it and is paid back.</summary>
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

    /// <summary>Whether the person was paid back.</summary>
    public bool IsReimbursed { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ReimbursedAt { get; private set; }

    /// <summary>Corrects a mistake; money that was paid back is fixed.</summary>
    internal void Correct(ExpenseFacts facts)
    {
        EnsureNotReimbursed();
        Take(facts);
    }

    /// <summary>Keeps the picture of the receipt with it; null takes it away.</summary>
    public void AttachEvidence(Guid? fileId) => EvidenceFileId = fileId;

    /// <summary>It was entered by a message that may come again, with a picture that may be sent again.</summary>
    public void CameBy(string key, string? evidenceKey)
    {
        Key = Check.NotNullOrWhiteSpace(key, nameof(key), ExpenseConsts.MaxKeyLength);
        EvidenceKey = Check.Length(evidenceKey, nameof(evidenceKey), ExpenseConsts.MaxKeyLength);
    }

    /// <summary>The person was paid back.</summary>
    public void Reimburse(DateTime at)
    {
        EnsureNotReimbursed();
        (IsReimbursed, ReimbursedAt) = (true, at);
    }

    private void Take(ExpenseFacts facts)
    {
        Category = facts.Category;
        Amount = Check.Range(facts.Amount, nameof(facts), 0.01m, ExpenseConsts.MaxAmount);
        SpentOn = facts.SpentOn;
        Note = Check.Length(facts.Note?.Trim(), nameof(facts), ExpenseConsts.MaxNoteLength);
    }

    private void EnsureNotReimbursed()
    {
        if (IsReimbursed)
        {
            throw new BusinessException(SaleAutoErrorCodes.Expenses.AlreadyReimbursed);
        }
    }
}

/// <summary>What a receipt says.</summary>
public sealed record ExpenseFacts(ExpenseCategory Category, decimal Amount, DateOnly SpentOn, string? Note);
