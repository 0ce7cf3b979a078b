using System.ComponentModel.DataAnnotations;
using SaleAuto.Cars;
using SaleAuto.Validation;

namespace SaleAuto.Resales;

/// <summary>A sale; amount and method are always known.</summary>
public sealed record ResaleInput
{
    /// <summary>The car; fixed once entered.</summary>
    [Mandatory]
    public Guid? CarId { get; init; }

    /// <summary>Price, roubles.</summary>
    [Mandatory, Kopecks, Range(1, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>How the money comes in.</summary>
    [Mandatory, EnumDataType(typeof(ReceiptMethod), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public ReceiptMethod? Method { get; init; }

    /// <summary>What people should know of it.</summary>
    [AtMost(ResaleConsts.MaxNoteLength)]
    public string? Note { get; init; }
}

/// <summary>Money of the buyer that came.</summary>
public sealed record ReceiveMoneyInput
{
    /// <summary>Roubles.</summary>
    [Mandatory, Kopecks, Range(0.01, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>How it came.</summary>
    [Mandatory, EnumDataType(typeof(ReceiptMethod), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public ReceiptMethod? Method { get; init; }

    /// <summary>The place that it came to; empty: cash to whoever enters it, other money to the bank.</summary>
    public Guid? PlaceId { get; init; }
}

/// <summary>What becomes of the deposit when the buyer withdraws.</summary>
public sealed record CancelResaleInput
{
    /// <summary>The company keeps it; otherwise it went back to the buyer.</summary>
    public bool KeepsDeposit { get; init; }
}
