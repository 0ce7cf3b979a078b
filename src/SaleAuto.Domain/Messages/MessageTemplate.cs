using System.Text.RegularExpressions;
using SaleAuto.Errors;

namespace SaleAuto.Messages;

/// <summary>A text with placeholders in braces, such as <c>{Code}</c>. Braces serve nothing else.</summary>
public static partial class MessageTemplate
{
    private const int NearLength = 12;

    /// <summary>Puts values in the place of their placeholders; what a value holds is not looked into again.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : match.Value);

    /// <summary>What is wrong with the words of a message.</summary>
    public static IReadOnlyList<InputError> Check(string text, string field, MessageText of) =>
        Check(text, field, of.Placeholders, of.Obligatory, of.MaxLength);

    /// <summary>What is wrong with a text that may name some values and has to name others.</summary>
    public static IReadOnlyList<InputError> Check(string text, string field, IReadOnlyList<string> allowed, IReadOnlyList<string> obligatory, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [new InputError(field, SaleAutoErrorCodes.Fields.Required)];
        }
        var faults = new List<InputError>();
        if (text.Length > maxLength)
        {
            faults.Add(Fault(SaleAutoErrorCodes.Messages.TextTooLong, ("Most", maxLength)));
        }
        if (FindUnpairedBrace(text) is { } at)
        {
            faults.Add(Fault(
                SaleAutoErrorCodes.Messages.BraceUnbalanced,
                ("Near", text.Substring(at, Math.Min(NearLength, text.Length - at))),
                ("Example", allowed.Count > 0 ? Written(allowed[0]) : "{…}")));
            return faults;
        }
        var named = InBraces().Matches(text).Select(x => x.Groups[1].Value).ToList();
        faults.AddRange(named.Except(allowed).Select(x => Fault(
            SaleAutoErrorCodes.Messages.PlaceholderUnknown,
            ("Placeholder", Written(x)),
            ("Allowed", allowed.Count > 0 ? string.Join(", ", allowed.Select(Written)) : "—"))));
        faults.AddRange(obligatory.Except(named).Select(x => Fault(SaleAutoErrorCodes.Messages.PlaceholderMissing, ("Placeholder", Written(x)))));
        return faults;

        InputError Fault(string code, params (string Name, object Value)[] values) =>
            new(field, code) { Values = values.ToDictionary(x => x.Name, object? (x) => x.Value) };
    }

    /// <summary>The text without what is only typing: line ends of the browser's own, blanks around it.</summary>
    public static string Tidy(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>A placeholder as it stands in a text.</summary>
    public static string Written(string name) => $"{{{name}}}";

    private static int? FindUnpairedBrace(string text)
    {
        int? open = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{')
            {
                if (open is not null)
                {
                    return open;
                }
                open = i;
            }
            else if (text[i] == '}')
            {
                if (open is null)
                {
                    return Math.Max(0, i - NearLength + 1);
                }
                open = null;
            }
        }
        return open;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex InBraces();
}
