using System.Globalization;
using System.Text.RegularExpressions;

namespace SaleAuto.Market;

/// <summary>Days of adverts. "Yesterday" needs a clock, so it is null here.</summary>
internal static partial class AdDates
{
    private static readonly string[] Months = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    /// <summary>ISO 8601, seconds or milliseconds since 1970, "12.05.2026", "12 мая 2026".</summary>
    public static DateOnly? Read(string? text)
    {
        var plain = PlainText.Of(text);
        if (plain.Length is 10 or 13 && long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            var instant = plain.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(unix) : DateTimeOffset.FromUnixTimeMilliseconds(unix);
            return DateOnly.FromDateTime(instant.UtcDateTime);
        }
        if (Iso().Match(plain) is { Success: true } iso)
        {
            return Day(iso.Groups[1].Value, iso.Groups[2].Value, iso.Groups[3].Value);
        }
        if (Dotted().Match(plain) is { Success: true } dotted)
        {
            return Day(dotted.Groups[3].Value, dotted.Groups[2].Value, dotted.Groups[1].Value);
        }
        if (Spelled().Match(plain) is { Success: true } spelled)
        {
            var month = Array.FindIndex(Months, name => spelled.Groups[2].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
            return Day(spelled.Groups[3].Value, month.ToString(CultureInfo.InvariantCulture), spelled.Groups[1].Value);
        }
        return null;
    }

    private static DateOnly? Day(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"^(\d{4})-(\d\d?)-(\d\d?)(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<!\d)(\d\d?)\s(янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\w*\.?\s(\d{4})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelled();
}
