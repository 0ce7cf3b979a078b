namespace SaleAuto.Resales;

/// <summary>Bounds of a resale's fields.</summary>
public static class ResaleConsts
{
    /// <summary>Longest note.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>Longest key that names a repeated press.</summary>
    public const int MaxKeyLength = 100;
}
