namespace SaleAuto.Cars;

/// <summary>Where a bought car stands (domain facts, 2.5).</summary>
public enum CarStatus
{
    /// <summary>Bought, nothing done yet.</summary>
    Acquired,

    /// <summary>Being repaired or cleaned.</summary>
    Restoration,

    /// <summary>Can be sold.</summary>
    Ready,

    /// <summary>Offered to buyers.</summary>
    Listed,

    /// <summary>Kept for a buyer.</summary>
    Reserved,

    /// <summary>Sold on.</summary>
    Sold,

    /// <summary>Given up: sold for parts, wrecked or lost.</summary>
    WrittenOff,
}
