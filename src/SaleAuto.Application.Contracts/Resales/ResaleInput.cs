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
    [Mandatory, Range(1, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>How the money comes in.</summary>
    [Mandatory, EnumDataType(typeof(ReceiptMethod), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public ReceiptMethod? Method { get; init; }

    /// <summary>What people should know of it.</summary>
    [AtMost(ResaleConsts.MaxNoteLength)]
    public string? Note { get; init; }
}
