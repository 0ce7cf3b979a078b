using SaleAuto.Cars;

namespace SaleAuto.Valuations;

/// <summary>Coefficients of the valuation. Every change is kept with its author and time, see settings.</summary>
public sealed record ValuationSettings
{
    /// <summary>Days that an offer holds.</summary>
    public int OfferValidDays { get; init; } = 7;

    /// <summary>Fewest comparables that allow a figure.</summary>
    public int MinComparables { get; init; } = 3;

    /// <summary>Share of the market price kept as margin.</summary>
    public decimal Margin { get; init; } = 0.12m;

    /// <summary>Share of the market price kept for risk (hidden defects, slow sale).</summary>
    public decimal Risk { get; init; } = 0.03m;

    /// <summary>Expected repair of a car in excellent condition, share of the market price.</summary>
    public decimal RepairExcellent { get; init; }

    /// <summary>Expected repair of a car in good condition, share of the market price.</summary>
    public decimal RepairGood { get; init; } = 0.03m;

    /// <summary>Expected repair of a car in fair condition, share of the market price.</summary>
    public decimal RepairFair { get; init; } = 0.10m;

    /// <summary>Expected repair of a car in poor condition, share of the market price.</summary>
    public decimal RepairPoor { get; init; } = 0.25m;

    /// <summary>Expected repair of a car that does not run, share of the market price.</summary>
    public decimal RepairNotRunning { get; init; } = 0.40m;

    /// <summary>Offers are rounded down to this step, roubles.</summary>
    public decimal RoundingStep { get; init; } = 5_000m;

    /// <summary>Offers under <see cref="FineRoundingBelow"/> are rounded down to this step, roubles.</summary>
    public decimal FineRoundingStep { get; init; } = 1_000m;

    /// <summary>Where fine rounding ends, roubles; a multiple of both steps.</summary>
    public decimal FineRoundingBelow { get; init; } = 300_000m;

    /// <summary>An offer under this sum is not shown, roubles.</summary>
    public decimal MinOffer { get; init; } = 5_000m;

    /// <summary>A range whose ends are farther from the median than this is not shown; share of the median.</summary>
    public decimal MaxUncertainty { get; init; } = 0.6m;

    /// <summary>How adverts are compared.</summary>
    public ComparisonSettings Comparison { get; init; } = new();

    /// <summary>Expected repair by condition, share of the market price.</summary>
    public decimal RepairShare(CarCondition condition) => condition switch
    {
        CarCondition.Excellent => RepairExcellent,
        CarCondition.Good => RepairGood,
        CarCondition.Fair => RepairFair,
        CarCondition.Poor => RepairPoor,
        _ => RepairNotRunning,
    };

    /// <summary>Names of the fields whose values make no sense; empty when all is well.</summary>
    public IReadOnlyList<string> FindWrongFields()
    {
        var wrong = new List<string>();
        Require(OfferValidDays is >= 1 and <= 365, nameof(OfferValidDays));
        Require(MinComparables is >= 2 and <= 100, nameof(MinComparables));
        Require(Margin is >= 0 and < 1, nameof(Margin));
        Require(Risk is >= 0 and < 1, nameof(Risk));
        Require(RepairExcellent >= 0, nameof(RepairExcellent));
        Require(RepairGood >= RepairExcellent, nameof(RepairGood)); // a better condition never lowers the offer
        Require(RepairFair >= RepairGood, nameof(RepairFair));
        Require(RepairPoor >= RepairFair, nameof(RepairPoor));
        Require(RepairNotRunning >= RepairPoor, nameof(RepairNotRunning));
        Require(Margin + Risk + RepairNotRunning < 1, nameof(RepairNotRunning));
        Require(RoundingStep >= 1, nameof(RoundingStep));
        Require(FineRoundingStep >= 1 && FineRoundingStep <= RoundingStep, nameof(FineRoundingStep));
        Require(FineRoundingBelow >= 0 && IsMultiple(FineRoundingBelow, RoundingStep) && IsMultiple(FineRoundingBelow, FineRoundingStep), nameof(FineRoundingBelow));
        Require(MinOffer > 0, nameof(MinOffer));
        Require(MaxUncertainty is > 0 and <= 1, nameof(MaxUncertainty));
        wrong.AddRange(Comparison.FindWrongFields().Select(field => $"{nameof(Comparison)}.{field}"));
        return wrong.Distinct().ToList();

        void Require(bool holds, string field)
        {
            if (!holds)
            {
                wrong.Add(field);
            }
        }
    }

    private static bool IsMultiple(decimal sum, decimal step) => step > 0 && sum % step == 0;
}
