namespace SaleAuto.Cars;

/// <summary>Bounds of a stock car's fields.</summary>
public static class CarConsts
{
    /// <summary>Longest number, such as A-000045.</summary>
    public const int MaxNumberLength = 16;

    /// <summary>Longest name of a make or model.</summary>
    public const int MaxNameLength = 60;

    /// <summary>Length of a VIN (ISO 3779).</summary>
    public const int VinLength = 17;

    /// <summary>Oldest year of manufacture.</summary>
    public const int MinYear = 1950;

    /// <summary>Largest price, roubles.</summary>
    public const int MaxPrice = 100_000_000;

    /// <summary>Longest note.</summary>
    public const int MaxNoteLength = 1000;
}
