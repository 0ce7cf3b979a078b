using SaleAuto.Demo;

namespace SaleAuto.DevPanel;

/// <summary>Section <c>DeveloperPanel</c>: the one login of the developers' panel. Without it there is no panel.</summary>
internal sealed class DeveloperPanelOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "DeveloperPanel";

    private const int ShortestPassword = 16;
    private const int FewestDifferentLetters = 8;

    private static readonly string[] KnownToEverybody = [DemoStaff.Password, "password", "changeme", "developer", "administrator", "saleauto"];

    /// <summary>User name; a colon cannot be sent by HTTP Basic.</summary>
    public string Login { get; set; } = "";

    /// <summary>Password; in Production at least 16 characters and none that everybody knows.</summary>
    public string Password { get; set; } = "";

    /// <summary>Whether the panel exists at all.</summary>
    public bool IsOn => Login.Length > 0 && Password.Length > 0;

    /// <summary>What is wrong with the settings, or null.</summary>
    public string? FindFault(bool isProduction)
    {
        if (Login.Length == 0 && Password.Length == 0)
        {
            return null;
        }
        if (!IsOn)
        {
            return $"{Section}:Login and {Section}:Password belong together: set both, or none to have no developers' panel";
        }
        if (Login.Contains(':', StringComparison.Ordinal))
        {
            return $"{Section}:Login holds a colon, which HTTP Basic cannot send";
        }
        return isProduction && IsGuessable()
            ? $"{Section}:Password can be guessed: use at least {ShortestPassword} characters, for instance the output of 'openssl rand -base64 24'"
            : null;
    }

    private bool IsGuessable() =>
        Password.Length < ShortestPassword
        || Password.Distinct().Count() < FewestDifferentLetters
        || Password.Contains(Login, StringComparison.OrdinalIgnoreCase)
        || KnownToEverybody.Any(known => known.Length * 2 > Password.Length && Password.Contains(known, StringComparison.OrdinalIgnoreCase));
}
