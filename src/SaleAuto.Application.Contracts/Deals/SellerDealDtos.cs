using SaleAuto.Cars;

namespace SaleAuto.Deals;

/// <summary>A deal in the seller's list.</summary>
public sealed record SellerDealLineDto
{
    public required Guid Id { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required DealStatus Status { get; init; }

    /// <summary>Start of the meeting, UTC.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>Start by the clocks of the place.</summary>
    public required DateTime LocalStart { get; init; }

    /// <summary>Where.</summary>
    public required string Address { get; init; }

    /// <summary>What is known of the car.</summary>
    public required DealCarDto Car { get; init; }

    /// <summary>Whether the seller said to be on the way.</summary>
    public required bool IsOnTheWay { get; init; }
}

/// <summary>A car as far as it is known.</summary>
/// <param name="Make">Make.</param>
/// <param name="Model">Model.</param>
/// <param name="Year">Year of manufacture.</param>
/// <param name="Plate">Plate as people write it.</param>
public sealed record DealCarDto(string? Make, string? Model, int? Year, string? Plate);

/// <summary>A deal with everything that a step of the seller's work shows.</summary>
public sealed record SellerDealDto
{
    public required Guid Id { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required DealStatus Status { get; init; }

    /// <summary>Start of the meeting, UTC.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>IANA name of the time zone of the place.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Start by the clocks of the place.</summary>
    public required DateTime LocalStart { get; init; }

    /// <summary>Where.</summary>
    public required string Address { get; init; }

    /// <summary>Latitude, degrees.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Longitude, degrees.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>What the manager wrote.</summary>
    public string? Note { get; init; }

    /// <summary>How to address the client.</summary>
    public string? ClientName { get; init; }

    /// <summary>The client's phone, E.164.</summary>
    public required string ClientPhone { get; init; }

    /// <summary>The car: what was seen, else what valuation and lead say.</summary>
    public required DealCarDto Car { get; init; }

    /// <summary>Mileage that the client declared, kilometres.</summary>
    public int? DeclaredMileageKm { get; init; }

    /// <summary>Condition that the client declared.</summary>
    public CarCondition? DeclaredCondition { get; init; }

    /// <summary>Mileage that the seller read, kilometres.</summary>
    public int? MileageKm { get; init; }

    /// <summary>Condition that the seller sees.</summary>
    public CarCondition? Condition { get; init; }

    /// <summary>VIN.</summary>
    public string? Vin { get; init; }

    /// <summary>Lower end of the price told to the client, roubles.</summary>
    public decimal? OfferLow { get; init; }

    /// <summary>Upper end of the price told to the client, roubles.</summary>
    public decimal? OfferHigh { get; init; }

    /// <summary>The price before the lines: the upper end of the offer, or what the seller proposed; null while there is neither.</summary>
    public decimal? StartPrice { get; init; }

    /// <summary>Photos, oldest first.</summary>
    public required IReadOnlyList<DealPhotoDto> Photos { get; init; }

    /// <summary>Shots that the inspection still needs, in the order of the list.</summary>
    public required IReadOnlyList<DealShot> MissingShots { get; init; }

    /// <summary>Defects, oldest first.</summary>
    public required IReadOnlyList<DealDefectDto> Defects { get; init; }

    /// <summary>Lines between start price and price, oldest first.</summary>
    public required IReadOnlyList<PriceLineDto> PriceLines { get; init; }

    /// <summary>The price after the lines, roubles; null while there is no start price.</summary>
    public decimal? Price { get; init; }

    /// <summary>Whether the price is so far from the offer that it needs a yes.</summary>
    public required bool NeedsApproval { get; init; }

    /// <summary>What managers and owners say of exactly this price.</summary>
    public required PriceApproval Approval { get; init; }

    /// <summary>What they wrote.</summary>
    public string? ApprovalNote { get; init; }

    /// <summary>The price that the client agreed to: the sum of the contract, roubles.</summary>
    public decimal? AgreedPrice { get; init; }

    /// <summary>Signed papers, oldest first.</summary>
    public required IReadOnlyList<DealDocumentDto> Documents { get; init; }

    /// <summary>Whether nothing is missing that must be signed: a picture of each paper, or a contract signed electronically.</summary>
    public required bool HasDocuments { get; init; }

    /// <summary>The money, once handed over.</summary>
    public DealPaymentDto? Payment { get; init; }

    /// <summary>When the seller said to be on the way, UTC.</summary>
    public DateTime? OnTheWayAt { get; init; }

    /// <summary>The open request for another seller, or null.</summary>
    public Guid? ReassignmentId { get; init; }

    /// <summary>Why the deal came to nothing.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>The car in stock, once the deal is completed.</summary>
    public Guid? CarId { get; init; }

    /// <summary>What the seller may do now.</summary>
    public required IReadOnlyList<DealAction> Actions { get; init; }
}

/// <summary>A photo of an inspection.</summary>
/// <param name="Id">The photo.</param>
/// <param name="Shot">What it shows.</param>
/// <param name="FileId">The stored file.</param>
/// <param name="Note">A note.</param>
public sealed record DealPhotoDto(Guid Id, DealShot Shot, Guid FileId, string? Note);

/// <summary>A defect of the car.</summary>
/// <param name="Id">The defect.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="EstimatedCost">Cost of the repair, roubles.</param>
/// <param name="Note">A note.</param>
/// <param name="PhotoId">A photo of it.</param>
public sealed record DealDefectDto(Guid Id, DefectKind Kind, decimal EstimatedCost, string? Note, Guid? PhotoId);

/// <summary>A line between start price and price.</summary>
/// <param name="Id">The line.</param>
/// <param name="RateCode">Its line of the rate card; null for a free one.</param>
/// <param name="Title">What for.</param>
/// <param name="Reason">Why; of a free line.</param>
/// <param name="Amount">Roubles, above zero.</param>
/// <param name="IsAddition">Raises the price instead of lowering it.</param>
/// <param name="PhotoId">A photo of it.</param>
public sealed record PriceLineDto(Guid Id, string? RateCode, string Title, string? Reason, decimal Amount, bool IsAddition, Guid? PhotoId);

/// <summary>A line of the rate card.</summary>
/// <param name="Code">Short and stable while the title stays.</param>
/// <param name="Title">What for.</param>
/// <param name="Amount">Roubles.</param>
public sealed record RateCardLineDto(string Code, string Title, decimal Amount);

/// <summary>A signed paper.</summary>
/// <param name="Id">The paper.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileId">The stored file.</param>
public sealed record DealDocumentDto(Guid Id, DealDocumentKind Kind, Guid FileId);

/// <summary>The money of a deal.</summary>
/// <param name="Amount">Roubles.</param>
/// <param name="Method">How.</param>
/// <param name="Direction">Who paid whom.</param>
/// <param name="EvidenceFileId">Photo of the receipt.</param>
/// <param name="PaidAt">When, UTC.</param>
public sealed record DealPaymentDto(decimal Amount, PaymentMethod Method, PaymentDirection Direction, Guid EvidenceFileId, DateTime PaidAt);

/// <summary>Where the price stands.</summary>
/// <param name="Price">After the lines, roubles.</param>
/// <param name="NeedsApproval">Whether it is so far from the offer that it needs a yes.</param>
/// <param name="Approval">What managers and owners say of it.</param>
public sealed record PriceStateDto(decimal? Price, bool NeedsApproval, PriceApproval Approval);
