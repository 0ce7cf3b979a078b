using System.Text.RegularExpressions;

namespace SaleAuto.Sandbox;

/// <summary>Finds the code in a text, to show it big.</summary>
internal static partial class SmsCode
{
    public static string? Find(string text) => Code().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex Code();
}
