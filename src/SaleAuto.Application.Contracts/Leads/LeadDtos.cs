using SaleAuto.Cars;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

/// <summary>A lead just entered; it waits for the phone to be confirmed.</summary>
public sealed record LeadDraftDto(Guid Id, string Number, LeadStatus Status);

/// <summary>A lead as its client sees it. Instants are UTC.</summary>
public sealed record ClientLeadDto
{
    public required Guid Id { get; init; }

    /// <summary>Number for people, such as L-000123.</summary>
    public required string Number { get; init; }

    public required LeadKind Kind { get; init; }

    public required LeadStatus Status { get; init; }

    /// <summary>Canonical plate; null for a call request.</summary>
    public string? Plate { get; init; }

    public int? MileageKm { get; init; }

    public CarCondition? Condition { get; init; }

    public LeadSource? Source { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Null for a call request.</summary>
    public ValuationDto? Valuation { get; init; }

    public required ClientOpinion Opinion { get; init; }

    /// <summary>Price the client has in mind, roubles.</summary>
    public decimal? ExpectedPrice { get; init; }

    /// <summary>Until when a manager calls; null when no call is due.</summary>
    public DateTime? CallDueAt { get; init; }
}

/// <summary>The market range and the offer. Money in <see cref="Currency"/>.</summary>
public sealed record ValuationDto
{
    public required ValuationStatus Status { get; init; }

    /// <summary>The car, once the registry has named it.</summary>
    public VehicleDto? Vehicle { get; init; }

    /// <summary>Average market price of comparable cars.</summary>
    public decimal? MarketAverage { get; init; }

    /// <summary>Lower end of the offer.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper end of the offer.</summary>
    public decimal? High { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "RUB";

    /// <summary>Adverts that the range is based on.</summary>
    public int? SampleSize { get; init; }

    /// <summary>Until when the offer holds, UTC.</summary>
    public DateTime? ValidUntil { get; init; }
}

/// <summary>What a car is.</summary>
public sealed record VehicleDto(string Make, string Model, int Year);

/// <summary>A wish to be called was taken down.</summary>
/// <param name="CallDueAt">Until when a manager calls, UTC.</param>
public sealed record CallbackDto(DateTime CallDueAt);
