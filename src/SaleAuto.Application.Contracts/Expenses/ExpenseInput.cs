using System.ComponentModel.DataAnnotations;
using SaleAuto.Validation;

namespace SaleAuto.Expenses;

/// <summary>An expense with its evidence.</summary>
public sealed record ExpenseInput
{
    /// <summary>The car; fixed once entered.</summary>
    [Mandatory]
    public Guid? CarId { get; init; }

    /// <summary>What for.</summary>
    [Mandatory, EnumDataType(typeof(ExpenseCategory), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public ExpenseCategory? Category { get; init; }

    /// <summary>How much, roubles.</summary>
    [Mandatory, Kopecks, Range(0.01, ExpenseConsts.MaxAmount, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>The day on the receipt.</summary>
    [Mandatory]
    public DateOnly? SpentOn { get; init; }

    /// <summary>The place that the money came from; empty: what the person holds of the company's money, or own money.</summary>
    public Guid? PaidFromId { get; init; }

    /// <summary>Receipt, estimate or contract. Without it the expense is kept, and gets into the books when it is added.</summary>
    public Guid? EvidenceFileId { get; init; }

    /// <summary>What people should know of it.</summary>
    [AtMost(ExpenseConsts.MaxNoteLength)]
    public string? Note { get; init; }
}

/// <summary>Why an expense is refused or taken back.</summary>
public sealed record ExpenseReasonInput
{
    /// <summary>The reason, in the owner's words.</summary>
    [Mandatory, AtMost(ExpenseConsts.MaxNoteLength)]
    public string? Reason { get; init; }
}
