using System.Text;

namespace SaleAuto.Searching;

/// <summary>
/// One spelling for what is stored and what is searched: lower case, ё as е, Latin letters that look like Cyrillic ones as Cyrillic.
/// So a plate is found in either alphabet, and plain LIKE over a trigram index replaces case-insensitive comparison.
/// </summary>
public static class SearchText
{
    /// <summary>Longest search text of one row.</summary>
    public const int MaxLength = 1000;

    private const string Latin = "abcehkmoptxy";
    private const string Cyrillic = "авсенкмортху";

    /// <summary>The common spelling of a text.</summary>
    public static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var lower = char.ToLowerInvariant(letter);
            var place = Latin.IndexOf(lower, StringComparison.Ordinal);
            result.Append(lower == 'ё' ? 'е' : place >= 0 ? Cyrillic[place] : lower);
        }
        return result.ToString();
    }

    /// <summary>The words that a row must all contain, in the common spelling. A phone in any spelling is one word of digits without the country's 7 or 8.</summary>
    public static IReadOnlyList<string> Words(string query)
    {
        var trimmed = query.Trim();
        if (IsPhone(trimmed, out var digits))
        {
            return [digits];
        }
        return [.. Normalize(trimmed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(8)];
    }

    private static bool IsPhone(string text, out string digits)
    {
        digits = new string([.. text.Where(char.IsAsciiDigit)]);
        if (digits.Length < 7 || digits.Length > 11 || !text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '\u00a0'))
        {
            return false;
        }
        if (digits.Length == 11 && digits[0] is '7' or '8')
        {
            digits = digits[1..];
        }
        return true;
    }
}

/// <summary>Marks rows that keep a search text beside them: the column <c>SearchText</c>, filled at every save from what the resource definition names.</summary>
public interface ISearchable;

/// <summary>
/// Marks rows that are searched also by what not everybody may see, such as a phone. That part stands in a column of its own, <c>GuardedSearchText</c>,
/// which only the search of those who have the permission looks into.
/// </summary>
public interface IGuardedSearchable : ISearchable;

/// <summary>Knows what a row is searched by.</summary>
public interface ISearchTextSource
{
    /// <summary>The search text of a row in the common spelling, or null when rows of its type are not searched.</summary>
    string? TextOf(object entity);

    /// <summary>The part of the search text that needs a permission, or null when there is none.</summary>
    string? GuardedTextOf(object entity);
}
