namespace SaleAuto.Staff;

/// <summary>Bounds of a staff member's fields.</summary>
public static class StaffConsts
{
    /// <summary>Longest full name.</summary>
    public const int MaxNameLength = 150;

    /// <summary>Longest name for signing in.</summary>
    public const int MaxUserNameLength = 50;

    /// <summary>Shortest password: length beats composition rules (OWASP ASVS 5.0, 6.2).</summary>
    public const int MinPasswordLength = 10;

    /// <summary>Longest password; a longer one would only burn time.</summary>
    public const int MaxPasswordLength = 200;

    /// <summary>Length of a SHA-256 in hexadecimal digits.</summary>
    public const int HashLength = 64;

    /// <summary>Longest name of a personal access token.</summary>
    public const int MaxTokenNameLength = 100;

    /// <summary>Beginning of a token that is kept to recognise it.</summary>
    public const int TokenPrefixLength = 12;

    /// <summary>Longest list of scopes of one token, as text.</summary>
    public const int MaxScopesLength = 4000;

    /// <summary>Most tokens that one person keeps.</summary>
    public const int MaxTokens = 50;

    /// <summary>Longest life of a token, days.</summary>
    public const int MaxTokenDays = 365;

    /// <summary>Longest list of the messages that a person switched off.</summary>
    public const int MaxMutedTopicsLength = 200;

    /// <summary>Longest description of a device.</summary>
    public const int MaxDeviceLength = 200;

    /// <summary>Longest network address.</summary>
    public const int MaxAddressLength = 64;

    /// <summary>Letters of the code that the sign-in page shows.</summary>
    public const int SignInCodeLength = 6;

    /// <summary>Letters of the code that links a chat: 40 bits that live for 15 minutes, and a chat may try ten an hour.</summary>
    public const int LinkCodeLength = 8;
}
