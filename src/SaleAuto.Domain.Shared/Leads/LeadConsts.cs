namespace SaleAuto.Leads;

/// <summary>Bounds of a lead's fields.</summary>
public static class LeadConsts
{
    /// <summary>Longest name of a person.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Longest number, such as L-000123.</summary>
    public const int MaxNumberLength = 16;

    /// <summary>Largest odometer reading, kilometres.</summary>
    public const int MaxMileageKm = 1_000_000;

    /// <summary>Largest price that a client may name, roubles.</summary>
    public const int MaxExpectedPrice = 100_000_000;

    /// <summary>Requests that a search by phone or plate gives at most.</summary>
    public const int MostFound = 10;

    /// <summary>Longest value of one utm tag.</summary>
    public const int MaxUtmLength = 100;

    /// <summary>Longest note in the history of a lead.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>Longest old or new value in the history of a lead.</summary>
    public const int MaxValueLength = 100;
}
