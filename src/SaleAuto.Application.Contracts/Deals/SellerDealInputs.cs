using System.ComponentModel.DataAnnotations;
using SaleAuto.Cars;
using SaleAuto.Leads;
using SaleAuto.Validation;

namespace SaleAuto.Deals;

/// <summary>A photo of an inspection.</summary>
public sealed record AddDealPhotoInput
{
    /// <summary>What it shows.</summary>
    [Mandatory, EnumDataType(typeof(DealShot), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public DealShot? Shot { get; init; }

    /// <summary>The stored file, uploaded by the seller and not yet named by a record.</summary>
    [Mandatory]
    public Guid? FileId { get; init; }

    /// <summary>Names the photo wherever it came from: the same one twice counts once.</summary>
    [Mandatory, AtMost(DealConsts.MaxKeyLength)]
    public string? SourceKey { get; init; }

    /// <summary>A note.</summary>
    [AtMost(DealConsts.MaxReasonLength)]
    public string? Note { get; init; }
}

/// <summary>What the seller sees of the car; what is empty stays as it is.</summary>
public sealed record InspectedCarInput
{
    /// <summary>Odometer reading, kilometres.</summary>
    [Range(0, LeadConsts.MaxMileageKm, ErrorMessage = SaleAutoErrorCodes.Leads.MileageOutOfRange)]
    public int? MileageKm { get; init; }

    /// <summary>Condition.</summary>
    [EnumDataType(typeof(CarCondition), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public CarCondition? Condition { get; init; }

    /// <summary>VIN.</summary>
    [RegularExpression("[A-HJ-NPR-Za-hj-npr-z0-9]{17}", ErrorMessage = SaleAutoErrorCodes.Cars.VinInvalid)]
    public string? Vin { get; init; }

    /// <summary>Make.</summary>
    [AtMost(CarConsts.MaxNameLength)]
    public string? Make { get; init; }

    /// <summary>Model.</summary>
    [AtMost(CarConsts.MaxNameLength)]
    public string? Model { get; init; }

    /// <summary>Year of manufacture.</summary>
    [Range(CarConsts.MinYear, 2100, ErrorMessage = SaleAutoErrorCodes.Cars.YearOutOfRange)]
    public int? Year { get; init; }
}

/// <summary>A defect of the car.</summary>
public sealed record AddDefectInput
{
    /// <summary>What is wrong.</summary>
    [Mandatory, EnumDataType(typeof(DefectKind), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public DefectKind? Kind { get; init; }

    /// <summary>Cost of the repair, roubles.</summary>
    [Mandatory, Kopecks, Range(0, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? EstimatedCost { get; init; }

    /// <summary>A note.</summary>
    [AtMost(DealConsts.MaxReasonLength)]
    public string? Note { get; init; }

    /// <summary>A photo of this deal that shows it.</summary>
    public Guid? PhotoId { get; init; }

    /// <summary>Names the press: the same one twice counts once.</summary>
    [Mandatory, AtMost(DealConsts.MaxKeyLength)]
    public string? Key { get; init; }
}

/// <summary>A line between offer and price: a code of the rate card, or title, reason, sum and photo.</summary>
public sealed record AddPriceLineInput
{
    /// <summary>Code of the rate card; title and sum are taken from there.</summary>
    [AtMost(DealConsts.RateCodeLength)]
    public string? RateCode { get; init; }

    /// <summary>What for; of a free line.</summary>
    [AtMost(DealConsts.MaxTitleLength)]
    public string? Title { get; init; }

    /// <summary>Why; of a free line.</summary>
    [AtMost(DealConsts.MaxReasonLength)]
    public string? Reason { get; init; }

    /// <summary>Roubles; of a free line.</summary>
    [Kopecks, Range(0.01, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>Raises the price instead of lowering it; of a free line.</summary>
    public bool IsAddition { get; init; }

    /// <summary>A photo of this deal that shows it; a free line needs one.</summary>
    public Guid? PhotoId { get; init; }

    /// <summary>Names the press: the same one twice counts once.</summary>
    [Mandatory, AtMost(DealConsts.MaxKeyLength)]
    public string? Key { get; init; }
}

/// <summary>What the client saw and agreed to.</summary>
public sealed record AgreePriceInput
{
    /// <summary>The lines that were shown.</summary>
    [Mandatory, MaxLength(DealConsts.MaxPriceLines, ErrorMessage = SaleAutoErrorCodes.Fields.TooLong)]
    public IReadOnlyList<Guid>? ShownLineIds { get; init; }

    /// <summary>The price that was shown, roubles.</summary>
    [Mandatory, Kopecks, Range(0.01, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Price { get; init; }
}

/// <summary>A signed paper.</summary>
public sealed record AddDealDocumentInput
{
    /// <summary>What it is.</summary>
    [Mandatory, EnumDataType(typeof(DealDocumentKind), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public DealDocumentKind? Kind { get; init; }

    /// <summary>The stored file, uploaded by the seller and not yet named by a record.</summary>
    [Mandatory]
    public Guid? FileId { get; init; }

    /// <summary>Names the file wherever it came from: the same one twice counts once.</summary>
    [Mandatory, AtMost(DealConsts.MaxKeyLength)]
    public string? SourceKey { get; init; }
}

/// <summary>Money handed over.</summary>
public sealed record RecordPaymentInput
{
    /// <summary>Roubles.</summary>
    [Mandatory, Kopecks, Range(0.01, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>How.</summary>
    [Mandatory, EnumDataType(typeof(PaymentMethod), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public PaymentMethod? Method { get; init; }

    /// <summary>Who pays whom.</summary>
    [EnumDataType(typeof(PaymentDirection), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public PaymentDirection Direction { get; init; } = PaymentDirection.CompanyToClient;

    /// <summary>Photo of the receipt: a stored file, uploaded by the seller and not yet named by a record.</summary>
    [Mandatory]
    public Guid? EvidenceFileId { get; init; }
}

/// <summary>Why a deal is refused or given away.</summary>
public sealed record DealReasonInput
{
    /// <summary>The reason, in the seller's words.</summary>
    [Mandatory, AtMost(DealConsts.MaxReasonLength)]
    public string? Reason { get; init; }
}
