using System.Globalization;
using System.Text.RegularExpressions;
using SaleAuto.Cars;
using SaleAuto.Clients;

namespace SaleAuto.Leads;

/// <summary>What a person typed to find a lead, read as everything that it may be. A text that is nothing of it finds nothing.</summary>
public sealed partial record LeadSearch
{
    private const int LongestText = 40;

    /// <summary>Number of the lead, from <c>L-000123</c>, <c>l123</c> or <c>123</c>.</summary>
    public string? Number { get; private init; }

    /// <summary>Canonical phone.</summary>
    public string? Phone { get; private init; }

    /// <summary>Last digits of a phone, four or more.</summary>
    public string? PhoneEnding { get; private init; }

    /// <summary>Canonical plate.</summary>
    public string? Plate { get; private init; }

    /// <summary>The same for whoever may not see phones.</summary>
    public LeadSearch WithoutPhone() => this with { Phone = null, PhoneEnding = null };

    /// <summary>Reads the text; null when there is none.</summary>
    public static LeadSearch? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        if (text.Length > LongestText)
        {
            return new LeadSearch();
        }
        var number = NumberPattern().Match(text);
        var digits = PhoneNoise().Replace(text, "");
        return new LeadSearch
        {
            Number = number.Success ? string.Create(CultureInfo.InvariantCulture, $"L-{long.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture):D6}") : null,
            Phone = PhoneNumber.TryParse(text, out var phone) ? phone.Value : null,
            PhoneEnding = digits.Length is >= 4 and <= 10 && digits.All(char.IsAsciiDigit) ? digits : null,
            Plate = PlateNumber.TryParse(text, out var plate) ? plate.Value : null,
        };
    }

    // The Russian letter is typed as often as the Latin one.
    [GeneratedRegex(@"^\s*(?:[LЛ]\s*[-–—]?\s*)?0*([0-9]{1,9})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"[\s()\-–—]")]
    private static partial Regex PhoneNoise();
}
