namespace SaleAuto.Deals;

/// <summary>Bounds of a deal's fields.</summary>
public static class DealConsts
{
    /// <summary>Longest number, such as D-000045.</summary>
    public const int MaxNumberLength = 16;

    /// <summary>Longest address of a meeting.</summary>
    public const int MaxAddressLength = 300;

    /// <summary>Longest note for the seller.</summary>
    public const int MaxNoteLength = 1000;

    /// <summary>Longest reason of a refusal or a change.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>Longest IANA name of a time zone.</summary>
    public const int MaxTimeZoneLength = 64;

    /// <summary>Shortest meeting, minutes.</summary>
    public const int MinMinutes = 15;

    /// <summary>Longest meeting, minutes.</summary>
    public const int MaxMinutes = 480;

    /// <summary>How far ahead a meeting may be planned, days.</summary>
    public const int MaxDaysAhead = 60;
}
