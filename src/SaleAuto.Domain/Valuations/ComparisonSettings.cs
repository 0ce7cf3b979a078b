namespace SaleAuto.Valuations;

/// <summary>
/// A usual effect on the logarithm of the price and how far a model may differ from it (one standard deviation):
/// few adverts keep the usual value, many adverts replace it by their own.
/// </summary>
/// <param name="Usual">Effect, natural logarithm: -0.1 is about 10 % less.</param>
/// <param name="Spread">Standard deviation between models.</param>
public sealed record PriceEffect(double Usual, double Spread);

/// <summary>How adverts are chosen, adjusted and weighed.</summary>
public sealed record ComparisonSettings
{
    /// <summary>Widening goes on until the comparables weigh as much as this many adverts of the very same kind.</summary>
    public double WantedComparables { get; init; } = 10;

    /// <summary>Widest step, years on either side.</summary>
    public int MaxWideningYears { get; init; } = 15;

    /// <summary>Years on either side that the market is asked for first.</summary>
    public int FirstSearchYears { get; init; } = 3;

    /// <summary>Most adverts that are looked at, nearest years first.</summary>
    public int MaxListings { get; init; } = 300;

    /// <summary>Standard deviation of the year distance at which adverts teach effects, years; grows while the adverts are few.</summary>
    public double FitYears { get; init; } = 4;

    /// <summary>The fit over all adverts counts as this many comparables beside the nearest ones.</summary>
    public double FitWeight { get; init; } = 2;

    /// <summary>Adverts beyond this many interquartile ranges from the quartiles are outliers.</summary>
    public double OutlierFence { get; init; } = 1.5;

    /// <summary>An advert whose price is so many times above or under what the fit tells is not looked at further.</summary>
    public double AbsurdRatio { get; init; } = 3;

    /// <summary>Days after which an advert weighs half.</summary>
    public double HalfLifeDays { get; init; } = 90;

    /// <summary>Weight of an advert without mileage.</summary>
    public double WeightWithoutMileage { get; init; } = 0.5;

    /// <summary>Weight of an advert of a new car.</summary>
    public double WeightOfNewCar { get; init; } = 0.3;

    /// <summary>Weight of an advert with another gearbox, drive or fuel, each.</summary>
    public double WeightOfOtherEquipment { get; init; } = 0.6;

    /// <summary>Difference of power at which an advert weighs e^-½, natural logarithm.</summary>
    public double PowerReach { get; init; } = 0.2;

    /// <summary>A car of at most two years that has run less is new, km.</summary>
    public int NewCarKm { get; init; } = 1_000;

    /// <summary>Mileage of a car whose mileage nobody knows, km per year of age.</summary>
    public int UsualKmPerYear { get; init; } = 15_000;

    /// <summary>A lower mileage is not believed, km per year of age.</summary>
    public int LeastKmPerYear { get; init; } = 3_000;

    /// <summary>Half of the usual relative width of the interval, before any advert is known.</summary>
    public double UsualHalfWidth { get; init; } = 0.065;

    /// <summary>What each year of age adds to <see cref="UsualHalfWidth"/>.</summary>
    public double HalfWidthPerYear { get; init; } = 0.009;

    /// <summary>The usual width counts as this many comparables.</summary>
    public double UsualWidthWeight { get; init; } = 4;

    /// <summary>Factor that makes the interval hold half of the true prices.</summary>
    public double IntervalScale { get; init; } = 1.02;

    /// <summary>One year of age.</summary>
    public PriceEffect Age { get; init; } = new(-0.095, 0.04);

    /// <summary>100 000 km.</summary>
    public PriceEffect Mileage { get; init; } = new(-0.10, 0.06);

    /// <summary>New against driven.</summary>
    public PriceEffect NewCar { get; init; } = new(0.08, 0.06);

    /// <summary>Logarithm of power.</summary>
    public PriceEffect Power { get; init; } = new(0.6, 0.25);

    /// <summary>Logarithm of displacement.</summary>
    public PriceEffect Engine { get; init; } = new(0.2, 0.2);

    /// <summary>Manual against automatic gearbox.</summary>
    public PriceEffect ManualGearbox { get; init; } = new(-0.08, 0.06);

    /// <summary>Robot against automatic gearbox.</summary>
    public PriceEffect RobotGearbox { get; init; } = new(-0.03, 0.05);

    /// <summary>Variator against automatic gearbox.</summary>
    public PriceEffect VariatorGearbox { get; init; } = new(-0.03, 0.05);

    /// <summary>All wheels driven against front.</summary>
    public PriceEffect AllWheelDrive { get; init; } = new(0.08, 0.08);

    /// <summary>Rear wheels driven against front.</summary>
    public PriceEffect RearDrive { get; init; } = new(0, 0.08);

    /// <summary>Diesel against petrol.</summary>
    public PriceEffect Diesel { get; init; } = new(0.06, 0.1);

    /// <summary>Hybrid against petrol.</summary>
    public PriceEffect Hybrid { get; init; } = new(0.08, 0.1);

    /// <summary>Electric against petrol.</summary>
    public PriceEffect Electric { get; init; } = new(0, 0.2);

    /// <summary>Gas equipment against petrol.</summary>
    public PriceEffect Gas { get; init; } = new(-0.05, 0.06);

    /// <summary>Names of the fields whose values make no sense; empty when all is well.</summary>
    public IReadOnlyList<string> FindWrongFields()
    {
        var wrong = new List<string>();
        Require(WantedComparables is >= 1 and <= 100, nameof(WantedComparables));
        Require(MaxWideningYears is >= 1 and <= 60, nameof(MaxWideningYears));
        Require(FirstSearchYears >= 1 && FirstSearchYears <= MaxWideningYears, nameof(FirstSearchYears));
        Require(MaxListings is >= 20 and <= 5_000, nameof(MaxListings));
        Require(FitYears is >= 0.5 and <= 30, nameof(FitYears));
        Require(FitWeight is >= 0.1 and <= 100, nameof(FitWeight));
        Require(OutlierFence is >= 0.5 and <= 10, nameof(OutlierFence));
        Require(AbsurdRatio is >= 1.5 and <= 100, nameof(AbsurdRatio));
        Require(HalfLifeDays is >= 1 and <= 3_650, nameof(HalfLifeDays));
        Require(WeightWithoutMileage is > 0 and <= 1, nameof(WeightWithoutMileage));
        Require(WeightOfNewCar is > 0 and <= 1, nameof(WeightOfNewCar));
        Require(WeightOfOtherEquipment is > 0 and <= 1, nameof(WeightOfOtherEquipment));
        Require(PowerReach is >= 0.01 and <= 5, nameof(PowerReach));
        Require(NewCarKm is >= 0 and <= 10_000, nameof(NewCarKm));
        Require(UsualKmPerYear is >= 1_000 and <= 100_000, nameof(UsualKmPerYear));
        Require(LeastKmPerYear >= 0 && LeastKmPerYear <= UsualKmPerYear, nameof(LeastKmPerYear));
        Require(UsualHalfWidth is > 0 and <= 1, nameof(UsualHalfWidth));
        Require(HalfWidthPerYear is >= 0 and <= 0.1, nameof(HalfWidthPerYear));
        Require(UsualWidthWeight is >= 0 and <= 100, nameof(UsualWidthWeight));
        Require(IntervalScale is >= 0.1 and <= 5, nameof(IntervalScale));
        Require(Age.Usual is >= -0.5 and <= 0, nameof(Age)); // older never costs more
        Require(Mileage.Usual is >= -1 and <= 0, nameof(Mileage)); // nor does a car that has run more
        Require(NewCar.Usual is >= 0 and <= 1, nameof(NewCar));
        foreach (var (name, effect) in Effects())
        {
            Require(effect.Spread > 0 && double.IsFinite(effect.Spread) && Math.Abs(effect.Usual) <= 3, name);
        }
        return wrong.Distinct().ToList();

        void Require(bool holds, string field)
        {
            if (!holds)
            {
                wrong.Add(field);
            }
        }
    }

    /// <summary>Every effect with its name, in the order of <see cref="CarFeature"/>.</summary>
    internal IReadOnlyList<(string Name, PriceEffect Effect)> Effects() =>
    [
        (nameof(Age), Age), (nameof(Mileage), Mileage), (nameof(NewCar), NewCar), (nameof(Power), Power), (nameof(Engine), Engine),
        (nameof(ManualGearbox), ManualGearbox), (nameof(RobotGearbox), RobotGearbox), (nameof(VariatorGearbox), VariatorGearbox),
        (nameof(AllWheelDrive), AllWheelDrive), (nameof(RearDrive), RearDrive),
        (nameof(Diesel), Diesel), (nameof(Hybrid), Hybrid), (nameof(Electric), Electric), (nameof(Gas), Gas),
    ];
}
