namespace SaleAuto.Clients;

/// <summary>Bounds of a client's fields.</summary>
public static class ClientConsts
{
    /// <summary>Longest name of a person.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Longest version of a consent text.</summary>
    public const int MaxTextVersionLength = 32;

    /// <summary>Longest sentence beside the box of a consent.</summary>
    public const int MaxConsentLabelLength = 200;

    /// <summary>Longest text of a consent.</summary>
    public const int MaxConsentTextLength = 20_000;
}
