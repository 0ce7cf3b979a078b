using System.Text.RegularExpressions;

namespace SaleAuto.Comments;

/// <summary>Finds the colleagues whom a text calls as <c>@name</c>. An address such as a@b.ru calls nobody.</summary>
public static partial class MentionText
{
    /// <summary>Names without the at sign, each once, as they are written.</summary>
    public static IReadOnlyList<string> Handles(string text) =>
        [.. Pattern().Matches(text).Select(m => m.Groups[1].Value.TrimEnd('.', '-')).Where(x => x.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex(@"(?<![\w.@/-])@([\w][\w.\-]{0,63})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Pattern();
}
