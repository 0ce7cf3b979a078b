using SaleAuto.Leads;

namespace SaleAuto.Valuations;

/// <summary>Why an offer is what it is.</summary>
public interface IValuationPassportAppService
{
    /// <summary>The passport of the lead's valuation; null while there is none. Needs <see cref="LeadPermissions.Default"/>.</summary>
    Task<ValuationPassportDto?> FindAsync(Guid leadId, CancellationToken cancellationToken);
}

/// <summary>The valuation and how it came about. Money in roubles, instants in UTC.</summary>
public sealed record ValuationPassportDto
{
    public required ValuationStatus Status { get; init; }

    public required ManualValuationReason? ManualReason { get; init; }

    public required DateTime? ValidUntil { get; init; }

    public required decimal? MarketMedian { get; init; }

    public required decimal? MarketLow { get; init; }

    public required decimal? MarketHigh { get; init; }

    /// <summary>Share of 1.</summary>
    public required decimal? Confidence { get; init; }

    public required ValuationEvidenceDto? Evidence { get; init; }
}

/// <summary>Adverts behind the figures.</summary>
/// <param name="Used">Adverts that count.</param>
/// <param name="Dropped">Adverts that do not, with the reason.</param>
/// <param name="Deductions">Amounts between market price and offer.</param>
public sealed record ValuationEvidenceDto(IReadOnlyList<ComparedAdvertDto> Used, IReadOnlyList<ComparedAdvertDto> Dropped, IReadOnlyList<DeductionDto> Deductions);

/// <summary>An advert; it has either an adjusted price or the reason why it was dropped.</summary>
public sealed record ComparedAdvertDto(string Url, string Title, int? Year, int? MileageKm, decimal Price, decimal? AdjustedPrice, string? DroppedBecause);

/// <summary>A named amount, roubles.</summary>
public sealed record DeductionDto(string Name, decimal Amount);
