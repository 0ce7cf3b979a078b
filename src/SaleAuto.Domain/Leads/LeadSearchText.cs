using System.Diagnostics.CodeAnalysis;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Searching;

namespace SaleAuto.Leads;

/// <summary>What a lead is looked for by: a phone or a plate in any spelling, or a part of phone, plate or number.</summary>
/// <param name="Phone">Canonical phone.</param>
/// <param name="Plate">Canonical plate.</param>
/// <param name="Part">A part in the common spelling of searches; digits and letters only, but for the dash of a lead's number.</param>
public sealed record LeadSearchText(string? Phone, string? Plate, string? Part)
{
    private const int ShortestPart = 3;
    private const int LongestText = 40;
    private const string NumberPrefix = "l-";

    // From here on a 7 or 8 in front is the country's; the rest finds the same phones without it, and never fewer.
    private const int LongPart = 6;

    private static readonly char[] Separators = [' ', '\u00A0', '\u2011', '(', ')', '+', '-', '–', '—', '.'];

    /// <summary>Whether it may be a part of a phone.</summary>
    public bool IsDigits => Part?.All(char.IsAsciiDigit) == true;

    /// <summary>Reads it. Digits alone are no plate, though a zero may be meant for О: they are the end of a phone.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LeadSearchText? found)
    {
        found = text?.Any(char.IsLetter) == true && PlateNumber.TryParse(text, out var plate) ? new LeadSearchText(null, plate.Value, null)
            : PhoneNumber.TryParse(text, out var phone) ? new LeadSearchText(phone.Value, null, null)
            : FindPart(text) is { } part ? new LeadSearchText(null, null, part)
            : null;
        return found is not null;
    }

    private static string? FindPart(string? text)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length > LongestText)
        {
            return null;
        }
        var common = SearchText.Normalize(typed);
        var bare = string.Concat(common.Split(Separators));
        var part = common.StartsWith(NumberPrefix, StringComparison.Ordinal) ? NumberPrefix + bare[1..]
            : bare is ['7' or '8', ..] && bare.Length >= LongPart && bare.All(char.IsAsciiDigit) ? bare[1..]
            : bare;
        return bare.Length >= ShortestPart && bare.Any(char.IsAsciiDigit) && bare.All(char.IsLetterOrDigit) ? part : null;
    }
}
