using System.Text.RegularExpressions;

namespace SaleAuto.Messages;

/// <summary>A secret's text without the secret: every word that holds a digit, and every address.</summary>
public static partial class MaskedText
{
    /// <summary>The text with what could be a code or a key to something covered.</summary>
    public static string Of(string text) => Secret().Replace(text, "••••");

    [GeneratedRegex(@"\S*(?:\d|://)\S*", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
