namespace SaleAuto.Valuations;

/// <summary>What the price is explained by. The order is that of <see cref="ComparisonSettings.Effects"/>.</summary>
internal enum CarFeature
{
    Age,
    Mileage,
    NewCar,
    Power,
    Engine,
    ManualGearbox,
    RobotGearbox,
    VariatorGearbox,
    AllWheelDrive,
    RearDrive,
    Diesel,
    Hybrid,
    Electric,
    Gas,
}

/// <summary>A car in the terms of the fit: the valued one or that of an advert.</summary>
internal sealed class CarProfile
{
    public const int FeatureCount = (int)CarFeature.Gas + 1;

    private const double MileageCurve = 0.7; // the first kilometres cost more than the later ones
    private const double MostKm = 600_000; // beyond, odometers tell nothing more

    public CarProfile(int year, int? mileageKm, int? powerHp, decimal? engineLitres, string? fuel, string? gearbox, string? drive, ComparisonSettings settings, int currentYear)
    {
        Year = year;
        Age = Math.Max(0, currentYear - year);
        HasMileage = mileageKm is not null;
        IsNew = Age <= 2 && mileageKm < settings.NewCarKm;
        Gearbox = CarEquipment.ReadGearbox(gearbox);
        Drive = CarEquipment.ReadDrive(drive);
        Fuel = CarEquipment.ReadFuel(fuel);
        LogPower = powerHp is >= 10 and <= 2_000 ? Math.Log(powerHp.Value) : double.NaN;
        var km = mileageKm ?? settings.UsualKmPerYear * Math.Max(Age, 0.5);
        Features[(int)CarFeature.Age] = Age;
        Features[(int)CarFeature.Mileage] = Math.Pow(Math.Min(Math.Max(km, settings.LeastKmPerYear * Age), MostKm) / 100_000, MileageCurve);
        Features[(int)CarFeature.NewCar] = IsNew ? 1 : 0;
        Features[(int)CarFeature.Power] = LogPower;
        Features[(int)CarFeature.Engine] = engineLitres is >= 0.3m and <= 15 ? Math.Log((double)engineLitres.Value) : double.NaN;
        Features[(int)CarFeature.ManualGearbox] = Flag(Gearbox == GearboxKind.Manual, Gearbox != GearboxKind.Unknown);
        Features[(int)CarFeature.RobotGearbox] = Flag(Gearbox == GearboxKind.Robot, Gearbox != GearboxKind.Unknown);
        Features[(int)CarFeature.VariatorGearbox] = Flag(Gearbox == GearboxKind.Variator, Gearbox != GearboxKind.Unknown);
        Features[(int)CarFeature.AllWheelDrive] = Flag(Drive == DriveKind.All, Drive != DriveKind.Unknown);
        Features[(int)CarFeature.RearDrive] = Flag(Drive == DriveKind.Rear, Drive != DriveKind.Unknown);
        Features[(int)CarFeature.Diesel] = Flag(Fuel == FuelKind.Diesel, Fuel != FuelKind.Unknown);
        Features[(int)CarFeature.Hybrid] = Flag(Fuel == FuelKind.Hybrid, Fuel != FuelKind.Unknown);
        Features[(int)CarFeature.Electric] = Flag(Fuel == FuelKind.Electric, Fuel != FuelKind.Unknown);
        Features[(int)CarFeature.Gas] = Flag(Fuel == FuelKind.Gas, Fuel != FuelKind.Unknown);
    }

    public int Year { get; }

    public double Age { get; }

    public bool HasMileage { get; }

    public bool IsNew { get; }

    public double LogPower { get; }

    public GearboxKind Gearbox { get; }

    public DriveKind Drive { get; }

    public FuelKind Fuel { get; }

    /// <summary>By <see cref="CarFeature"/>; NaN where nobody says.</summary>
    public double[] Features { get; } = new double[FeatureCount];

    private static double Flag(bool value, bool known) => known ? value ? 1 : 0 : double.NaN;
}
