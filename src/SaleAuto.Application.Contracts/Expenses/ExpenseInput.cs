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
    [Mandatory, Range(0.01, ExpenseConsts.MaxAmount, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>The day on the receipt.</summary>
    [Mandatory]
    public DateOnly? SpentOn { get; init; }

    /// <summary>Receipt, estimate or contract.</summary>
    public Guid? EvidenceFileId { get; init; }

    /// <summary>What people should know of it.</summary>
    [AtMost(ExpenseConsts.MaxNoteLength)]
    public string? Note { get; init; }
}
