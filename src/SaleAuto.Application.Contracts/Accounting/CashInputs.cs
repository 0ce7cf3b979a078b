using System.ComponentModel.DataAnnotations;
using SaleAuto.Validation;

namespace SaleAuto.Accounting;

/// <summary>A safe or an account.</summary>
public sealed record CashPlaceInput
{
    /// <summary>What people call it.</summary>
    [Mandatory, AtMost(AccountingConsts.MaxPlaceNameLength)]
    public string? Name { get; init; }

    /// <summary>Safe or bank; fixed once entered.</summary>
    [Mandatory, EnumDataType(typeof(CashPlaceKind), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public CashPlaceKind? Kind { get; init; }
}

/// <summary>A movement of money.</summary>
public sealed record CashOperationInput
{
    /// <summary>What kind of movement.</summary>
    [Mandatory, EnumDataType(typeof(CashOperationKind), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public CashOperationKind? Kind { get; init; }

    /// <summary>Roubles.</summary>
    [Mandatory, Kopecks, Range(0.01, AccountingConsts.MaxAmount, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>The place that money leaves or, for a contribution and a returned advance, comes to.</summary>
    [Mandatory]
    public Guid? PlaceId { get; init; }

    /// <summary>The place that a transfer goes to.</summary>
    public Guid? ToPlaceId { get; init; }

    /// <summary>Who gets or brings the money.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>Its paper.</summary>
    public Guid? EvidenceFileId { get; init; }

    /// <summary>What people should know of it.</summary>
    [AtMost(AccountingConsts.MaxNoteLength)]
    public string? Note { get; init; }
}

/// <summary>Why a movement of money or a sale is taken back.</summary>
public sealed record ReversalInput
{
    /// <summary>The reason.</summary>
    [Mandatory, AtMost(AccountingConsts.MaxNoteLength)]
    public string? Reason { get; init; }
}

/// <summary>A period to close.</summary>
public sealed record PeriodClosingInput
{
    /// <summary>The last day to close, of the company's time zone.</summary>
    [Mandatory]
    public DateOnly? ClosedThrough { get; init; }
}
