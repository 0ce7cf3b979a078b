using System.ComponentModel.DataAnnotations;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Validation;

namespace SaleAuto.Leads;

/// <summary>A request to buy a car, as its owner enters it.</summary>
public sealed record CreateLeadInput
{
    /// <summary>Registration plate in any spelling.</summary>
    [Mandatory, Plate, AtMost(40)]
    public string? Plate { get; init; }

    /// <summary>How to address the person.</summary>
    [Mandatory, PersonName, AtMost(LeadConsts.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>Phone in any spelling.</summary>
    [Mandatory, PhoneNumber, AtMost(40)]
    public string? Phone { get; init; }

    /// <summary>Odometer reading in kilometres.</summary>
    [Range(0, LeadConsts.MaxMileageKm, ErrorMessage = SaleAutoErrorCodes.Leads.MileageOutOfRange)]
    public int? MileageKm { get; init; }

    /// <summary>State of the car in its owner's eyes.</summary>
    [EnumDataType(typeof(CarCondition), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public CarCondition? Condition { get; init; }

    /// <summary>Where the person heard of us.</summary>
    [EnumDataType(typeof(LeadSource), ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public LeadSource? Source { get; init; }

    /// <summary>Consents given, each separately; stored with the version of the text that was shown.</summary>
    [PersonalDataConsent, MaxLength(4, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public IReadOnlyList<ConsentKind>? Consents { get; init; }

    /// <summary>Versions of the consent texts that were shown; without them the texts in force count as shown.</summary>
    [MaxLength(4, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public IReadOnlyDictionary<ConsentKind, string>? ConsentVersions { get; init; }

    /// <summary>Campaign tags of the visit that led here.</summary>
    public UtmTags? Utm { get; init; }
}

/// <summary>Campaign tags of a visit; longer values are refused.</summary>
public sealed record UtmTags
{
    /// <summary>utm_source.</summary>
    [AtMost(LeadConsts.MaxUtmLength)]
    public string? Source { get; init; }

    /// <summary>utm_medium.</summary>
    [AtMost(LeadConsts.MaxUtmLength)]
    public string? Medium { get; init; }

    /// <summary>utm_campaign.</summary>
    [AtMost(LeadConsts.MaxUtmLength)]
    public string? Campaign { get; init; }

    /// <summary>utm_content.</summary>
    [AtMost(LeadConsts.MaxUtmLength)]
    public string? Content { get; init; }

    /// <summary>utm_term.</summary>
    [AtMost(LeadConsts.MaxUtmLength)]
    public string? Term { get; init; }
}

/// <summary>What the client says of the shown price.</summary>
public sealed record LeadOpinionInput
{
    /// <summary>Accepted or declined.</summary>
    [Mandatory, AllowedValues(ClientOpinion.Accepted, ClientOpinion.Declined, null, ErrorMessage = SaleAutoErrorCodes.Fields.NotAllowed)]
    public ClientOpinion? Answer { get; init; }

    /// <summary>The price the client has in mind, roubles.</summary>
    [Range(typeof(decimal), "1", "100000000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true,
        ErrorMessage = SaleAutoErrorCodes.Leads.ExpectedPriceOutOfRange)]
    public decimal? ExpectedPrice { get; init; }
}

/// <summary>A wish to be called.</summary>
public sealed record CallbackInput
{
    /// <summary>Phone in any spelling.</summary>
    [Mandatory, PhoneNumber, AtMost(40)]
    public string? Phone { get; init; }

    /// <summary>How to address the person.</summary>
    [PersonName, AtMost(LeadConsts.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>Consents given, each separately.</summary>
    [PersonalDataConsent, MaxLength(4, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public IReadOnlyList<ConsentKind>? Consents { get; init; }

    /// <summary>Versions of the consent texts that were shown; without them the texts in force count as shown.</summary>
    [MaxLength(4, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public IReadOnlyDictionary<ConsentKind, string>? ConsentVersions { get; init; }

    /// <summary>Campaign tags of the visit that led here.</summary>
    public UtmTags? Utm { get; init; }
}
