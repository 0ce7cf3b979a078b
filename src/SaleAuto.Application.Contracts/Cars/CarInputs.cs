using System.ComponentModel.DataAnnotations;
using SaleAuto.Leads;
using SaleAuto.Validation;

namespace SaleAuto.Cars;

/// <summary>What is known of a stock car; price, day and seller are fixed once it is entered.</summary>
public sealed record CarInput
{
    /// <summary>Make.</summary>
    [Mandatory, AtMost(CarConsts.MaxNameLength)]
    public string? Make { get; init; }

    /// <summary>Model.</summary>
    [Mandatory, AtMost(CarConsts.MaxNameLength)]
    public string? Model { get; init; }

    /// <summary>Year of manufacture.</summary>
    [Mandatory, Range(CarConsts.MinYear, 2100, ErrorMessage = SaleAutoErrorCodes.Cars.YearOutOfRange)]
    public int? Year { get; init; }

    /// <summary>Plate in any spelling.</summary>
    [Plate]
    public string? Plate { get; init; }

    /// <summary>VIN; empty for a car that has none.</summary>
    [RegularExpression("[A-HJ-NPR-Za-hj-npr-z0-9]{17}", ErrorMessage = SaleAutoErrorCodes.Cars.VinInvalid)]
    public string? Vin { get; init; }

    /// <summary>Odometer reading, kilometres.</summary>
    [Mandatory, Range(0, LeadConsts.MaxMileageKm, ErrorMessage = SaleAutoErrorCodes.Leads.MileageOutOfRange)]
    public int? MileageKm { get; init; }

    /// <summary>Who is responsible for it.</summary>
    [Mandatory]
    public Guid? SellerId { get; init; }

    /// <summary>What was paid for it, roubles.</summary>
    [Mandatory, Kopecks, Range(1, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? BuyoutPrice { get; init; }

    /// <summary>When it became ours, UTC.</summary>
    [Mandatory]
    public DateTime? BoughtAt { get; init; }

    /// <summary>The place that the money came from; empty: the owners brought the car in.</summary>
    public Guid? PaidFromId { get; init; }

    /// <summary>Picture on cards.</summary>
    public Guid? PhotoId { get; init; }

    /// <summary>What people should know of it.</summary>
    [AtMost(CarConsts.MaxNoteLength)]
    public string? Note { get; init; }
}

/// <summary>Price in the adverts.</summary>
public sealed record PutOnSaleInput
{
    /// <summary>Roubles.</summary>
    [Mandatory, Kopecks, Range(1, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? AskingPrice { get; init; }
}

/// <summary>Why a car is given up.</summary>
public sealed record WriteOffInput
{
    /// <summary>The reason.</summary>
    [Mandatory, AtMost(CarConsts.MaxNoteLength)]
    public string? Reason { get; init; }
}

/// <summary>What a car without a deal really cost.</summary>
public sealed record CorrectPurchaseInput
{
    /// <summary>Roubles.</summary>
    [Mandatory, Kopecks, Range(1, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? BuyoutPrice { get; init; }

    /// <summary>The place that the money came from; empty: the owners brought the car in.</summary>
    public Guid? PaidFromId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [Mandatory, AtMost(Accounting.AccountingConsts.MaxNoteLength)]
    public string? Reason { get; init; }
}

/// <summary>Why expenses are let in again.</summary>
public sealed record ReopenCarInput
{
    /// <summary>The reason.</summary>
    [Mandatory, AtMost(Accounting.AccountingConsts.MaxNoteLength)]
    public string? Reason { get; init; }
}
