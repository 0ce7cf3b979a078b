using System.Text;

namespace SaleAuto.Market;

/// <summary>Text as a person sees it: every kind of space is one space, invisible characters are gone, lines stay apart.</summary>
internal static class PlainText
{
    public static string Of(string? text) => string.IsNullOrEmpty(text) ? "" : Append(new StringBuilder(text.Length), text).ToString().Trim();

    public static StringBuilder Append(StringBuilder plain, string text)
    {
        foreach (var letter in text)
        {
            if (letter is '\u200B' or '\u200C' or '\u200D' or '\u00AD' or '\uFEFF' or '\u2060')
            {
                continue;
            }
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                if (plain.Length > 0 && plain[^1] is not (' ' or '\n'))
                {
                    plain.Append(' ');
                }
                continue;
            }
            plain.Append(letter);
        }
        return plain;
    }
}
