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

    /// <summary>Longest key that names a repeated press or message: the same key counts once.</summary>
    public const int MaxKeyLength = 100;

    /// <summary>Most photos of a deal.</summary>
    public const int MaxPhotos = 100;

    /// <summary>Most defects of a deal.</summary>
    public const int MaxDefects = 50;

    /// <summary>Most lines between offer and price.</summary>
    public const int MaxPriceLines = 50;

    /// <summary>Most papers of a deal.</summary>
    public const int MaxDocuments = 30;

    /// <summary>Longest title of a price line.</summary>
    public const int MaxTitleLength = 100;

    /// <summary>Length of the code of a line of the rate card.</summary>
    public const int RateCodeLength = 8;

    /// <summary>Longest comment on a request for another seller.</summary>
    public const int MaxCommentLength = 500;

    /// <summary>Most comments on one request.</summary>
    public const int MaxComments = 200;
}
