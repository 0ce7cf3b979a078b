namespace SaleAuto.Clients;

/// <summary>Bounds of client sign-in that no setting may loosen (domain facts, section 3).</summary>
public static class SignInConsts
{
    /// <summary>Digits of a one-time code.</summary>
    public const int CodeLength = 6;

    /// <summary>Tries that one code stands.</summary>
    public const int MaxAttempts = 5;

    /// <summary>Longest life of a one-time code, minutes.</summary>
    public const int MaxCodeMinutes = 10;

    /// <summary>Length of a SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    /// <summary>Longest id of a signing key.</summary>
    public const int MaxKeyIdLength = 32;
}
