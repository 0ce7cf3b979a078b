namespace SaleAuto.Valuations;

/// <summary>Coefficients of the valuation. Every change is kept with its author and time, see settings.</summary>
public sealed record ValuationSettings
{
    /// <summary>Days that an offer holds.</summary>
    public int OfferValidDays { get; init; } = 7;

    /// <summary>Fewest comparables that allow a figure.</summary>
    public int MinComparables { get; init; } = 5;

    /// <summary>Share of the market price kept as margin.</summary>
    public decimal Margin { get; init; } = 0.12m;

    /// <summary>Share of the market price kept for risk (hidden defects, slow sale).</summary>
    public decimal Risk { get; init; } = 0.03m;
}
