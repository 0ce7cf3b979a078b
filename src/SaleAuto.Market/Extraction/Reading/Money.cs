using System.Text.RegularExpressions;

namespace SaleAuto.Market;

/// <summary>A sum as an advert shows it.</summary>
/// <param name="Amount">Whole sum: "850 тыс." is 850 000.</param>
/// <param name="Currency">ISO 4217, when a sign or word names it.</param>
/// <param name="IsFrom">"от 1 380 000": the lowest of several, usually with discounts.</param>
/// <param name="IsAside">Not the price: a monthly payment or a discount.</param>
internal readonly record struct Money(decimal Amount, string? Currency, bool IsFrom, bool IsAside)
{
    /// <summary>The price in a field of its own: a number, or words with a sum.</summary>
    public static Money? Field(string? text)
    {
        var plain = PlainText.Of(text);
        return Numbers.Exact(plain) is { } exact
            ? exact > 1 ? new Money(exact, null, false, false) : null
            : Price(plain, currencyRequired: false);
    }

    /// <summary>The price among the sums of a text: a plain one before a "from", never a monthly payment or a discount.</summary>
    public static Money? Price(string text, bool currencyRequired)
    {
        Money? from = null;
        foreach (var sum in MoneyReader.FindAll(text))
        {
            if (sum.IsAside || sum.Amount <= 1 || (currencyRequired && sum.Currency is null)) // 0 and 1 stand for "on request"
            {
                continue;
            }
            if (!sum.IsFrom)
            {
                return sum;
            }
            from ??= sum;
        }
        return from;
    }
}

/// <summary>Finds sums in a text.</summary>
internal static partial class MoneyReader
{
    public static IEnumerable<Money> FindAll(string text)
    {
        foreach (var number in Numbers.FindAll(text))
        {
            var unit = AfterNumber().Match(text, number.End);
            if (unit.Groups["other"].Success || (number.Start > 0 && (char.IsLetterOrDigit(text[number.Start - 1]) || text[number.Start - 1] is '_' or '#' or '№')))
            {
                continue;
            }
            var before = text[Math.Max(0, number.Start - 24)..number.Start];
            var currency = Currencies.Find(unit.Groups["after"].ValueSpan) ?? Currencies.Find(CurrencyBefore().Match(before).Groups["sign"].ValueSpan);
            yield return new Money(
                number.Value * Multiplier(unit.Groups["times"].Value),
                unit.Groups["tr"].Success ? "RUB" : currency,
                FromBefore().IsMatch(before),
                unit.Groups["month"].Success || AsideBefore().IsMatch(before) || AsideAfter().IsMatch(text.AsSpan(Math.Min(text.Length, unit.Index + unit.Length))));
        }
    }

    private static decimal Multiplier(string word) => word switch
    {
        "" => 1,
        _ when word.StartsWith("мл", StringComparison.OrdinalIgnoreCase) || word.StartsWith("mln", StringComparison.OrdinalIgnoreCase) => word.StartsWith("млрд", StringComparison.OrdinalIgnoreCase) ? 1_000_000_000 : 1_000_000,
        _ => 1_000,
    };

    [GeneratedRegex(
        @"\G\s?(?:(?<other>(?:тыс(?:яч)?\.?|т\.|k|к)\s?(?:км|km)|км|km|миль|mi\b|л\b|л\.|hp|см|cc|%|шт|фото|объяв|предлож|год|г\b|лет|дн|час|мин|отзыв|звон|просмотр|°|x\d)"
        + @"|(?:(?:(?<times>тыс(?:яч)?\.?|млн\.?|млрд\.?|миллион\w*|mln|k\b|к\b)"
        + @"|(?<times>т)(?<tr>\.?\s?р\.?(?!\w)))\s?)?(?<after>₽|руб\w*\.?|р\.|р\b|rub\b|rur\b|\$|usd\b|у\.?\s?е\.?|€|eur\b|евро|₸|тенге|тг\b|kzt\b|byn\b|br\b|₴|грн|uah\b|¥|£|zł|pln\b|gbp\b|jpy\b|cny\b)?"
        + @"(?<month>\s?(?:/|в)\s?(?:мес|mo)\w*)?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterNumber();

    [GeneratedRegex(@"(?<sign>₽|rub|rur|us\$|\$|usd|€|eur|₸|₴|¥|£|pln|kzt|byn)\s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyBefore();

    [GeneratedRegex(@"(?:^|[^\w])(?:от|до|from)\s(?:₽|\$|€)?\s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FromBefore();

    [GeneratedRegex(@"(?:скидк\w*|выгод\w*|экономи\w*|дешевле|кэшбэк\w*|бонус\w*|взнос\w*|плат[её]ж\w*|кредит\w*)(?:\s(?:до|от|на|в))?:?\s?$|[-−–+]\s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsideBefore();

    [GeneratedRegex(@"^\s?(?:скидк|выгод|кэшбэк|бонус)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsideAfter();
}
