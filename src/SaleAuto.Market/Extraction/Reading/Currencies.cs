namespace SaleAuto.Market;

/// <summary>Signs, words and codes of currencies.</summary>
internal static class Currencies
{
    /// <summary>ISO 4217 code of a sign, word or code; null when it is none. RUR, the rouble before 1998, is still written for RUB.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        Span<char> word = stackalloc char[8];
        text = text.Trim();
        if (text.IsEmpty || text.Length > word.Length)
        {
            return text.StartsWith("руб", StringComparison.OrdinalIgnoreCase) ? "RUB" : null;
        }
        var length = text.ToLowerInvariant(word);
        return word[..length] switch
        {
            "₽" or "р" or "р." or "rub" or "rur" or "ruble" => "RUB",
            "$" or "us$" or "usd" or "у.е." or "у.е" or "уе" => "USD",
            "€" or "eur" or "евро" => "EUR",
            "₸" or "тг" or "тенге" or "kzt" => "KZT",
            "byn" or "br" => "BYN",
            "₴" or "грн" or "uah" => "UAH",
            "¥" or "jpy" => "JPY",
            "cny" => "CNY",
            "£" or "gbp" => "GBP",
            "zł" or "pln" => "PLN",
            var other when other.StartsWith("руб") => "RUB",
            var other when IsCode(other) => new string(other).ToUpperInvariant(),
            _ => null,
        };
    }

    private static bool IsCode(ReadOnlySpan<char> word)
    {
        if (word.Length != 3)
        {
            return false;
        }
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetter(letter))
            {
                return false;
            }
        }
        return true;
    }
}
