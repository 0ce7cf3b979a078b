using SaleAuto.Cars;
using SaleAuto.Market;

namespace SaleAuto.Valuations;

/// <summary>Computes the market range and the offer from adverts. Pure: the same input gives the same answer, whatever the order of the adverts.</summary>
public interface IAppraiser
{
    /// <summary>Values one car.</summary>
    /// <param name="vehicle">The car.</param>
    /// <param name="condition">Condition named by the client; null counts as <see cref="CarCondition.Good"/>.</param>
    /// <param name="listings">Adverts found, with duplicates and rubbish.</param>
    /// <param name="settings">Coefficients.</param>
    /// <param name="now">Present moment, UTC; ages are counted from it.</param>
    Appraisal Appraise(VehicleSpec vehicle, CarCondition? condition, IReadOnlyList<MarketListing> listings, ValuationSettings settings, DateTime now);
}

/// <summary>Result of an appraisal: figures or the reason for none, with all evidence. Money in roubles.</summary>
public sealed record Appraisal
{
    /// <summary>Figures, or null when there is no honest one.</summary>
    public AppraisalFigures? Figures { get; init; }

    /// <summary>Why there are no figures.</summary>
    public ManualValuationReason? ManualReason { get; init; }

    /// <summary>How the figures came about.</summary>
    public required AppraisalEvidence Evidence { get; init; }
}

/// <summary>Market range of this very car and the offer made of it. Money in roubles.</summary>
/// <param name="MarketAverage">Mean adjusted price of the comparables.</param>
/// <param name="MarketMedian">Best estimate of the market price of this car.</param>
/// <param name="MarketLow">Lower end of the interval that holds half of the true prices.</param>
/// <param name="MarketHigh">Upper end of it.</param>
/// <param name="OfferLow">Lower end of the offer, rounded.</param>
/// <param name="OfferHigh">Upper end of the offer, rounded.</param>
/// <param name="SampleSize">Comparables used.</param>
/// <param name="Confidence">0 to 1, grows with count, freshness and narrow spread.</param>
public sealed record AppraisalFigures(
    decimal MarketAverage,
    decimal MarketMedian,
    decimal MarketLow,
    decimal MarketHigh,
    decimal OfferLow,
    decimal OfferHigh,
    int SampleSize,
    decimal Confidence);

/// <summary>Evidence kept with a valuation.</summary>
public sealed record AppraisalEvidence
{
    /// <summary>Version of the rules, raised when the method changes.</summary>
    public required int RuleVersion { get; init; }

    /// <summary>Moment of the appraisal, UTC; ages were counted from it.</summary>
    public DateTime AppraisedAt { get; init; }

    /// <summary>The car that was valued.</summary>
    public required VehicleSpec Vehicle { get; init; }

    /// <summary>Condition that was counted with.</summary>
    public CarCondition Condition { get; init; }

    /// <summary>Widest step that was needed to find comparables, such as <c>year±1</c>.</summary>
    public required string Widening { get; init; }

    /// <summary>Adverts used, with what was added or taken for mileage, age and equipment.</summary>
    public required IReadOnlyList<UsedComparable> Used { get; init; }

    /// <summary>Adverts dropped and why.</summary>
    public required IReadOnlyList<DroppedComparable> Dropped { get; init; }

    /// <summary>Effects that the adverts were adjusted by, as fitted on the adverts themselves.</summary>
    public IReadOnlyList<FittedEffect> Effects { get; init; } = [];

    /// <summary>Amounts between the lower end of the market range and the lower end of the offer, named as in <see cref="DeductionNames"/>. Roubles, negative.</summary>
    public required IReadOnlyList<AppraisalAdjustment> Deductions { get; init; }

    /// <summary>The settings that were in force.</summary>
    public required ValuationSettings Settings { get; init; }
}

/// <summary>An effect on the logarithm of the price: the usual value from the settings and what the adverts made of it.</summary>
public sealed record FittedEffect(string Name, double Usual, double Fitted);

/// <summary>An advert that counts: its price as asked, and adjusted to the mileage, age and equipment of the valued car. Roubles.</summary>
public sealed record UsedComparable(string Source, string Url, string Title, int Year, int? MileageKm, decimal Price, decimal AdjustedPrice, decimal Weight);

/// <summary>An advert that does not count. Reason is one of <see cref="DropReasons"/>.</summary>
public sealed record DroppedComparable(string Source, string Url, string Title, int? Year, int? MileageKm, decimal Price, string Reason);

/// <summary>A named amount, roubles.</summary>
public sealed record AppraisalAdjustment(string Name, decimal Amount);
