using System.ComponentModel.DataAnnotations;
using SaleAuto.Cars;
using SaleAuto.Settings;

namespace SaleAuto.Valuations;

/// <summary>Coefficients of the valuation. Every change is kept with its author and time, see settings.</summary>
public sealed record ValuationSettings : IRuledSettings
{
    /// <summary>Days that an offer holds.</summary>
    [Section("Offer"), Range(1, 365), Unit(SettingUnit.Days)]
    public int OfferValidDays { get; init; } = 7;

    /// <summary>Fewest comparables that allow a figure.</summary>
    [Section("Offer"), Range(2, 100), Unit(SettingUnit.Adverts)]
    public int MinComparables { get; init; } = 3;

    /// <summary>Share of the market price kept as margin.</summary>
    [Section("Offer"), Range(0, 0.95), Unit(SettingUnit.Percent)]
    public decimal Margin { get; init; } = 0.12m;

    /// <summary>Share of the market price kept for risk (hidden defects, slow sale).</summary>
    [Section("Offer"), Range(0, 0.95), Unit(SettingUnit.Percent)]
    public decimal Risk { get; init; } = 0.03m;

    /// <summary>Expected repair of a car in excellent condition, share of the market price.</summary>
    [Section("Repair"), Range(0, 0.95), Unit(SettingUnit.Percent)]
    public decimal RepairExcellent { get; init; }

    /// <summary>Expected repair of a car in good condition, share of the market price.</summary>
    [Section("Repair"), Range(0, 0.95), Unit(SettingUnit.Percent)]
    public decimal RepairGood { get; init; } = 0.03m;

    /// <summary>Expected repair of a car in fair condition, share of the market price.</summary>
    [Section("Repair"), Range(0, 0.95), Unit(SettingUnit.Percent)]
    public decimal RepairFair { get; init; } = 0.10m;

    /// <summary>Expected repair of a car in poor condition, share of the market price.</summary>
    [Section("Repair"), Range(0, 0.95), Unit(SettingUnit.Percent)]
    public decimal RepairPoor { get; init; } = 0.25m;

    /// <summary>Expected repair of a car that does not run, share of the market price.</summary>
    [Section("Repair"), Range(0, 0.95), Unit(SettingUnit.Percent)]
    public decimal RepairNotRunning { get; init; } = 0.40m;

    /// <summary>Offers are rounded down to this step, roubles.</summary>
    [Section("Rounding"), Range(1, 1_000_000), Unit(SettingUnit.Roubles)]
    public decimal RoundingStep { get; init; } = 5_000m;

    /// <summary>Offers under <see cref="FineRoundingBelow"/> are rounded down to this step, roubles.</summary>
    [Section("Rounding"), Range(1, 1_000_000), Unit(SettingUnit.Roubles)]
    public decimal FineRoundingStep { get; init; } = 1_000m;

    /// <summary>Where fine rounding ends, roubles; a multiple of both steps.</summary>
    [Section("Rounding"), Range(0, 100_000_000), Unit(SettingUnit.Roubles)]
    public decimal FineRoundingBelow { get; init; } = 300_000m;

    /// <summary>An offer under this sum is not shown, roubles.</summary>
    [Section("Rounding"), Range(1, 10_000_000), Unit(SettingUnit.Roubles)]
    public decimal MinOffer { get; init; } = 5_000m;

    /// <summary>A range whose ends are farther from the median than this is not shown; share of the median.</summary>
    [Section("Rounding"), Range(0.01, 1), Unit(SettingUnit.Percent)]
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
    public IReadOnlyList<string> FindWrongFields() => [.. SettingRules.FindFaults(this).Select(x => x.Property.Name)];

    /// <inheritdoc />
    public IEnumerable<string> FindBrokenRules() =>
        from rule in new (string Field, bool Holds)[]
        {
            (nameof(RepairGood), RepairGood >= RepairExcellent), // a better condition never lowers the offer
            (nameof(RepairFair), RepairFair >= RepairGood),
            (nameof(RepairPoor), RepairPoor >= RepairFair),
            (nameof(RepairNotRunning), RepairNotRunning >= RepairPoor && Margin + Risk + RepairNotRunning < 1),
            (nameof(FineRoundingStep), FineRoundingStep <= RoundingStep),
            (nameof(FineRoundingBelow), IsMultiple(FineRoundingBelow, RoundingStep) && IsMultiple(FineRoundingBelow, FineRoundingStep)),
        }
        where !rule.Holds
        select rule.Field;

    private static bool IsMultiple(decimal sum, decimal step) => step > 0 && sum % step == 0;
}
