using System.Text.RegularExpressions;

namespace SaleAuto.Market;

/// <summary>Words of a title, and what of them is a model that the dictionary does not know.</summary>
internal static partial class NameWords
{
    private static readonly char[] Separators = [' ', '\t', '\n', '\u00A0', '\u2009', '\u202F', ',', '(', ')', '|', '/', '_', ';', '"', '«', '»'];

    public static IReadOnlyList<string> Split(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).ToList();

    public static string Join(IReadOnlyList<string> words, int start, int? length = null) =>
        string.Join(' ', words.Skip(start).Take(length ?? int.MaxValue));

    public static string? Clean(string? name)
    {
        var words = name?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is { Length: > 0 } ? string.Join(' ', words) : null;
    }

    /// <summary>"X3 Pro I, 2023" gives "X3 Pro": a generation, year, engine or body ends the name.</summary>
    public static string? UnknownModel(IReadOnlyList<string> words, int start)
    {
        var model = words.Skip(start).TakeWhile((word, i) => !EndsTheName().IsMatch(word) || (i == 0 && Number().IsMatch(word))).Take(3).ToList();
        return model.Count == 0 ? null : string.Join(' ', model);
    }

    [GeneratedRegex(@"^(?:[IVX]+|рест\w*|(?:19|20)\d\d|\d[.,]\d\w*|седан|универсал|хэтчбек|хетчбэк|внедорожник|купе|минивэн|пикап|лифтбек|поколение|AT|MT|CVT|AMT|с|б)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndsTheName();

    [GeneratedRegex(@"^\d{1,4}$")]
    private static partial Regex Number();
}
