using System.ComponentModel.DataAnnotations;
using SaleAuto.Settings;

namespace SaleAuto.Valuations;

/// <summary>
/// A usual effect on the logarithm of the price and how far a model may differ from it (one standard deviation):
/// few adverts keep the usual value, many adverts replace it by their own.
/// </summary>
/// <param name="Usual">Effect, natural logarithm: -0.1 is about 10 % less.</param>
/// <param name="Spread">Standard deviation between models.</param>
public sealed record PriceEffect(
    [property: Range(-3.0, 3), Unit(SettingUnit.Logarithm)] double Usual,
    [property: Range(0.001, 10), Unit(SettingUnit.Logarithm)] double Spread);

/// <summary>How adverts are chosen, adjusted and weighed.</summary>
public sealed record ComparisonSettings : IRuledSettings
{
    /// <summary>Widening goes on until the comparables weigh as much as this many adverts of the very same kind.</summary>
    [Section("Adverts", IsForExperts = true), Range(1.0, 100), Unit(SettingUnit.Adverts)]
    public double WantedComparables { get; init; } = 10;

    /// <summary>Widest step, years on either side.</summary>
    [Section("Adverts", IsForExperts = true), Range(1, 60), Unit(SettingUnit.Years)]
    public int MaxWideningYears { get; init; } = 15;

    /// <summary>Years on either side that the market is asked for first.</summary>
    [Section("Adverts", IsForExperts = true), Range(1, 60), Unit(SettingUnit.Years)]
    public int FirstSearchYears { get; init; } = 3;

    /// <summary>Most adverts that are looked at, nearest years first.</summary>
    [Section("Adverts", IsForExperts = true), Range(20, 5_000), Unit(SettingUnit.Adverts)]
    public int MaxListings { get; init; } = 300;

    /// <summary>Standard deviation of the year distance at which adverts teach effects, years; grows while the adverts are few.</summary>
    [Section("Adverts", IsForExperts = true), Range(0.5, 30), Unit(SettingUnit.Years)]
    public double FitYears { get; init; } = 4;

    /// <summary>The fit over all adverts counts as this many comparables beside the nearest ones.</summary>
    [Section("Adverts", IsForExperts = true), Range(0.1, 100), Unit(SettingUnit.Adverts)]
    public double FitWeight { get; init; } = 2;

    /// <summary>Adverts beyond this many interquartile ranges from the quartiles are outliers.</summary>
    [Section("Adverts", IsForExperts = true), Range(0.5, 10), Unit(SettingUnit.Times)]
    public double OutlierFence { get; init; } = 1.5;

    /// <summary>An advert whose price is so many times above or under what the fit tells is not looked at further.</summary>
    [Section("Adverts", IsForExperts = true), Range(1.5, 100), Unit(SettingUnit.Times)]
    public double AbsurdRatio { get; init; } = 3;

    /// <summary>Days after which an advert weighs half.</summary>
    [Section("Weights", IsForExperts = true), Range(1.0, 3_650), Unit(SettingUnit.Days)]
    public double HalfLifeDays { get; init; } = 90;

    /// <summary>Weight of an advert without mileage.</summary>
    [Section("Weights", IsForExperts = true), Range(0.01, 1), Unit(SettingUnit.Percent)]
    public double WeightWithoutMileage { get; init; } = 0.5;

    /// <summary>Weight of an advert of a new car.</summary>
    [Section("Weights", IsForExperts = true), Range(0.01, 1), Unit(SettingUnit.Percent)]
    public double WeightOfNewCar { get; init; } = 0.3;

    /// <summary>Weight of an advert with another gearbox, drive or fuel, each.</summary>
    [Section("Weights", IsForExperts = true), Range(0.01, 1), Unit(SettingUnit.Percent)]
    public double WeightOfOtherEquipment { get; init; } = 0.6;

    /// <summary>Difference of power at which an advert weighs e^-½, natural logarithm.</summary>
    [Section("Weights", IsForExperts = true), Range(0.01, 5), Unit(SettingUnit.Logarithm)]
    public double PowerReach { get; init; } = 0.2;

    /// <summary>A car of at most two years that has run less is new, km.</summary>
    [Section("Mileage", IsForExperts = true), Range(0, 10_000), Unit(SettingUnit.Kilometres)]
    public int NewCarKm { get; init; } = 1_000;

    /// <summary>Mileage of a car whose mileage nobody knows, km per year of age.</summary>
    [Section("Mileage", IsForExperts = true), Range(1_000, 100_000), Unit(SettingUnit.Kilometres)]
    public int UsualKmPerYear { get; init; } = 15_000;

    /// <summary>A lower mileage is not believed, km per year of age.</summary>
    [Section("Mileage", IsForExperts = true), Range(0, 100_000), Unit(SettingUnit.Kilometres)]
    public int LeastKmPerYear { get; init; } = 3_000;

    /// <summary>Half of the usual relative width of the interval, before any advert is known.</summary>
    [Section("Width", IsForExperts = true), Range(0.001, 1), Unit(SettingUnit.Percent)]
    public double UsualHalfWidth { get; init; } = 0.065;

    /// <summary>What each year of age adds to <see cref="UsualHalfWidth"/>.</summary>
    [Section("Width", IsForExperts = true), Range(0, 0.1), Unit(SettingUnit.Percent)]
    public double HalfWidthPerYear { get; init; } = 0.009;

    /// <summary>The usual width counts as this many comparables.</summary>
    [Section("Width", IsForExperts = true), Range(0.0, 100), Unit(SettingUnit.Adverts)]
    public double UsualWidthWeight { get; init; } = 4;

    /// <summary>Factor that makes the interval hold half of the true prices.</summary>
    [Section("Width", IsForExperts = true), Range(0.1, 5), Unit(SettingUnit.Times)]
    public double IntervalScale { get; init; } = 1.02;

    /// <summary>So many adverts of the very same kind earn half of the trust that endlessly many would.</summary>
    [Section("Width", IsForExperts = true), Range(0.1, 100), Unit(SettingUnit.Adverts)]
    public double HalfTrustedWeight { get; init; } = 4;

    /// <summary>An interval of this relative half width earns half of the trust that an exact one would.</summary>
    [Section("Width", IsForExperts = true), Range(0.01, 2), Unit(SettingUnit.Percent)]
    public double HalfTrustedWidth { get; init; } = 0.2;

    /// <summary>One year of age.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect Age { get; init; } = new(-0.095, 0.04);

    /// <summary>100 000 km.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect Mileage { get; init; } = new(-0.10, 0.06);

    /// <summary>New against driven.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect NewCar { get; init; } = new(0.08, 0.06);

    /// <summary>Logarithm of power.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect Power { get; init; } = new(0.6, 0.25);

    /// <summary>Logarithm of displacement.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect Engine { get; init; } = new(0.2, 0.2);

    /// <summary>Manual against automatic gearbox.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect ManualGearbox { get; init; } = new(-0.08, 0.06);

    /// <summary>Robot against automatic gearbox.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect RobotGearbox { get; init; } = new(-0.03, 0.05);

    /// <summary>Variator against automatic gearbox.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect VariatorGearbox { get; init; } = new(-0.03, 0.05);

    /// <summary>All wheels driven against front.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect AllWheelDrive { get; init; } = new(0.08, 0.08);

    /// <summary>Rear wheels driven against front.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect RearDrive { get; init; } = new(0, 0.08);

    /// <summary>Diesel against petrol.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect Diesel { get; init; } = new(0.06, 0.1);

    /// <summary>Hybrid against petrol.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect Hybrid { get; init; } = new(0.08, 0.1);

    /// <summary>Electric against petrol.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect Electric { get; init; } = new(0, 0.2);

    /// <summary>Gas equipment against petrol.</summary>
    [Section("Effects", IsForExperts = true)]
    public PriceEffect Gas { get; init; } = new(-0.05, 0.06);

    /// <inheritdoc />
    public IEnumerable<string> FindBrokenRules() =>
        from rule in new (string Field, bool Holds)[]
        {
            (nameof(FirstSearchYears), FirstSearchYears <= MaxWideningYears),
            (nameof(LeastKmPerYear), LeastKmPerYear <= UsualKmPerYear),
            ($"{nameof(Age)}.{nameof(PriceEffect.Usual)}", Age.Usual is >= -0.5 and <= 0), // older never costs more
            ($"{nameof(Mileage)}.{nameof(PriceEffect.Usual)}", Mileage.Usual is >= -1 and <= 0), // nor does a car that has run more
            ($"{nameof(NewCar)}.{nameof(PriceEffect.Usual)}", NewCar.Usual is >= 0 and <= 1),
        }
        where !rule.Holds
        select rule.Field;

    /// <summary>Every effect with its name, in the order of <see cref="CarFeature"/>.</summary>
    internal IReadOnlyList<(string Name, PriceEffect Effect)> Effects() =>
    [
        (nameof(Age), Age), (nameof(Mileage), Mileage), (nameof(NewCar), NewCar), (nameof(Power), Power), (nameof(Engine), Engine),
        (nameof(ManualGearbox), ManualGearbox), (nameof(RobotGearbox), RobotGearbox), (nameof(VariatorGearbox), VariatorGearbox),
        (nameof(AllWheelDrive), AllWheelDrive), (nameof(RearDrive), RearDrive),
        (nameof(Diesel), Diesel), (nameof(Hybrid), Hybrid), (nameof(Electric), Electric), (nameof(Gas), Gas),
    ];
}
