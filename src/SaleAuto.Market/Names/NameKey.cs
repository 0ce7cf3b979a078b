using System.Text;

namespace SaleAuto.Market;

/// <summary>The form in which names are compared: lower case, ё as е, letters and digits only, Cyrillic look-alikes as Latin ("Х5" is "X5").</summary>
internal static class NameKey
{
    private const string Cyrillic = "авекмнорстух";
    private const string Latin = "abekmhopctyx";

    public static string Of(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return "";
        }
        var key = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(Fold(char.ToLowerInvariant(letter)));
            }
        }
        return key.ToString();
    }

    private static char Fold(char letter)
    {
        if (letter < 'а')
        {
            return letter;
        }
        var plain = letter == 'ё' ? 'е' : letter;
        var at = Cyrillic.IndexOf(plain, StringComparison.Ordinal);
        return at < 0 ? plain : Latin[at];
    }
}
