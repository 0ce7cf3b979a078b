using System.Collections.Frozen;

namespace SaleAuto.Valuations;

internal enum GearboxKind
{
    Unknown,
    Automatic,
    Manual,
    Robot,
    Variator,
}

internal enum DriveKind
{
    Unknown,
    Front,
    Rear,
    All,
}

internal enum FuelKind
{
    Unknown,
    Petrol,
    Diesel,
    Hybrid,
    Electric,
    Gas,
}

/// <summary>Reads the equipment words of car sites, Russian and English. A word that is not known counts as unknown equipment.</summary>
internal static class CarEquipment
{
    // The first stem that the word contains decides, so the order matters: "gasoline" stands before "gas", "бензин, газ" is gas.
    private static readonly (string Stem, GearboxKind Kind)[] GearboxStems =
    [
        ("робот", GearboxKind.Robot), ("robot", GearboxKind.Robot), ("ркпп", GearboxKind.Robot), ("amt", GearboxKind.Robot), ("dsg", GearboxKind.Robot), ("dct", GearboxKind.Robot),
        ("вариатор", GearboxKind.Variator), ("variator", GearboxKind.Variator), ("cvt", GearboxKind.Variator),
        ("мех", GearboxKind.Manual), ("man", GearboxKind.Manual), ("мкпп", GearboxKind.Manual), ("мт", GearboxKind.Manual), ("mt", GearboxKind.Manual), ("mechan", GearboxKind.Manual),
        ("авт", GearboxKind.Automatic), ("auto", GearboxKind.Automatic), ("акпп", GearboxKind.Automatic), ("ат", GearboxKind.Automatic), ("at", GearboxKind.Automatic),
    ];

    private static readonly (string Stem, DriveKind Kind)[] DriveStems =
    [
        ("полн", DriveKind.All), ("all", DriveKind.All), ("full", DriveKind.All), ("4wd", DriveKind.All), ("awd", DriveKind.All), ("4x4", DriveKind.All), ("4х4", DriveKind.All),
        ("зад", DriveKind.Rear), ("rear", DriveKind.Rear), ("rwd", DriveKind.Rear),
        ("перед", DriveKind.Front), ("front", DriveKind.Front), ("forward", DriveKind.Front), ("fwd", DriveKind.Front), ("2wd", DriveKind.Front),
    ];

    private static readonly (string Stem, FuelKind Kind)[] FuelStems =
    [
        ("гибрид", FuelKind.Hybrid), ("hybrid", FuelKind.Hybrid),
        ("электр", FuelKind.Electric), ("electr", FuelKind.Electric),
        ("диз", FuelKind.Diesel), ("dies", FuelKind.Diesel),
        ("gasoline", FuelKind.Petrol),
        ("газ", FuelKind.Gas), ("gas", FuelKind.Gas), ("гбо", FuelKind.Gas), ("lpg", FuelKind.Gas), ("cng", FuelKind.Gas), ("метан", FuelKind.Gas), ("пропан", FuelKind.Gas),
        ("бенз", FuelKind.Petrol), ("petrol", FuelKind.Petrol),
    ];

    private static readonly FrozenDictionary<string, GearboxKind> Gearboxes = Exact<GearboxKind>(
        ("manual", GearboxKind.Manual), ("automatic", GearboxKind.Automatic), ("robot", GearboxKind.Robot), ("variator", GearboxKind.Variator),
        ("механика", GearboxKind.Manual), ("автомат", GearboxKind.Automatic), ("робот", GearboxKind.Robot), ("вариатор", GearboxKind.Variator));

    private static readonly FrozenDictionary<string, DriveKind> Drives = Exact<DriveKind>(
        ("front", DriveKind.Front), ("rear", DriveKind.Rear), ("all", DriveKind.All), ("передний", DriveKind.Front), ("задний", DriveKind.Rear), ("полный", DriveKind.All));

    private static readonly FrozenDictionary<string, FuelKind> Fuels = Exact<FuelKind>(
        ("petrol", FuelKind.Petrol), ("diesel", FuelKind.Diesel), ("hybrid", FuelKind.Hybrid), ("electric", FuelKind.Electric), ("gas", FuelKind.Gas),
        ("бензин", FuelKind.Petrol), ("дизель", FuelKind.Diesel), ("гибрид", FuelKind.Hybrid), ("электро", FuelKind.Electric), ("газ", FuelKind.Gas));

    public static GearboxKind ReadGearbox(string? word) => Read(word, Gearboxes, GearboxStems);

    public static DriveKind ReadDrive(string? word) => Read(word, Drives, DriveStems);

    public static FuelKind ReadFuel(string? word) => Read(word, Fuels, FuelStems);

    private static T Read<T>(string? word, FrozenDictionary<string, T> exact, (string Stem, T Kind)[] stems)
        where T : struct
    {
        if (string.IsNullOrWhiteSpace(word))
        {
            return default;
        }
        if (exact.TryGetValue(word, out var kind))
        {
            return kind;
        }
        return Array.Find(stems, stem => word.Contains(stem.Stem, StringComparison.OrdinalIgnoreCase)).Kind;
    }

    private static FrozenDictionary<string, T> Exact<T>(params (string Word, T Kind)[] words) =>
        words.ToFrozenDictionary(w => w.Word, w => w.Kind, StringComparer.OrdinalIgnoreCase);
}
