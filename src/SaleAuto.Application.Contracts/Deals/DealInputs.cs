using System.ComponentModel.DataAnnotations;
using SaleAuto.Calls;
using SaleAuto.Validation;

namespace SaleAuto.Deals;

/// <summary>When and where a meeting is, by the clocks of the place.</summary>
public record MeetingInput
{
    /// <summary>Day.</summary>
    [Mandatory]
    public DateOnly? Date { get; init; }

    /// <summary>Start.</summary>
    [Mandatory]
    public TimeOnly? Time { get; init; }

    /// <summary>IANA name, one of <see cref="MeetingTimeZones"/>; empty is the company's.</summary>
    [AtMost(DealConsts.MaxTimeZoneLength)]
    public string? TimeZone { get; init; }

    /// <summary>How long the seller is busy, minutes; empty is the usual length from the settings.</summary>
    [Range(DealConsts.MinMinutes, DealConsts.MaxMinutes, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public int? Minutes { get; init; }

    /// <summary>Address.</summary>
    [Mandatory, AtMost(DealConsts.MaxAddressLength)]
    public string? Address { get; init; }

    /// <summary>Latitude, degrees.</summary>
    [Range(-90, 90, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Latitude { get; init; }

    /// <summary>Longitude, degrees.</summary>
    [Range(-180, 180, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Longitude { get; init; }

    /// <summary>What the seller should know.</summary>
    [AtMost(DealConsts.MaxNoteLength)]
    public string? Note { get; init; }
}

/// <summary>A meeting agreed in a call.</summary>
public sealed record PlanDealInput : MeetingInput
{
    /// <summary>Who meets the client.</summary>
    [Mandatory]
    public Guid? SellerId { get; init; }

    /// <summary>A note to the call itself.</summary>
    [AtMost(CallConsts.MaxNoteLength)]
    public string? CallNote { get; init; }
}

/// <summary>Another time or place of a meeting.</summary>
public sealed record MoveDealInput
{
    /// <summary>Start, UTC.</summary>
    [Mandatory]
    public DateTime? StartsAt { get; init; }

    /// <summary>How long the seller is busy, minutes.</summary>
    [Mandatory, Range(DealConsts.MinMinutes, DealConsts.MaxMinutes, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public int? Minutes { get; init; }

    /// <summary>Address.</summary>
    [Mandatory, AtMost(DealConsts.MaxAddressLength)]
    public string? Address { get; init; }

    /// <summary>What the seller should know.</summary>
    [AtMost(DealConsts.MaxNoteLength)]
    public string? Note { get; init; }
}

/// <summary>Who takes a meeting over.</summary>
public sealed record ReassignDealInput
{
    /// <summary>The new seller.</summary>
    [Mandatory]
    public Guid? SellerId { get; init; }

    /// <summary>Why.</summary>
    [Mandatory, AtMost(DealConsts.MaxReasonLength)]
    public string? Reason { get; init; }
}

/// <summary>Why a meeting is called off.</summary>
public sealed record CancelDealInput
{
    /// <summary>What the client said.</summary>
    [Mandatory, AtMost(DealConsts.MaxReasonLength)]
    public string? Reason { get; init; }
}

/// <summary>What a payment really was.</summary>
public sealed record CorrectPaymentInput
{
    /// <summary>Roubles.</summary>
    [Mandatory, Kopecks, Range(0.01, Cars.CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Amount { get; init; }

    /// <summary>How.</summary>
    [Mandatory, EnumDataType(typeof(PaymentMethod), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public PaymentMethod? Method { get; init; }

    /// <summary>The place that the money went through; empty: cash was with the seller, other money went through the usual account.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [Mandatory, AtMost(Accounting.AccountingConsts.MaxNoteLength)]
    public string? Reason { get; init; }
}

/// <summary>Which day of the sellers is looked at.</summary>
public sealed record SellerDayInput
{
    /// <summary>Day, by the clocks of the place.</summary>
    [Mandatory]
    public DateOnly? Date { get; init; }

    /// <summary>The wished start; empty only lists free times.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>IANA name; empty is the company's.</summary>
    [AtMost(DealConsts.MaxTimeZoneLength)]
    public string? TimeZone { get; init; }

    /// <summary>How long the seller is needed, minutes; empty is the usual length.</summary>
    [Range(DealConsts.MinMinutes, DealConsts.MaxMinutes, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public int? Minutes { get; init; }
}
