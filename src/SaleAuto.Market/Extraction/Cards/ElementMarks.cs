using AngleSharp.Dom;

namespace SaleAuto.Market;

/// <summary>Names that a page's author gave to an element: class, data-ftid, data-marker and the like. Builds add hashes to them, so they are matched by stem.</summary>
internal static class ElementMarks
{
    private static readonly string[] Attributes = ["class", "data-ftid", "data-marker", "data-testid", "data-test", "data-qa", "data-cy", "data-role", "itemprop", "id"];

    private static readonly string[] AsideStems = ["oldprice", "old-price", "old_price", "price-old", "price_old", "price__old", "priceold", "prevprice", "previous", "crossed", "strike", "credit", "monthly", "permonth", "loan", "leasing", "insurance"];

    private static readonly string[] DiscountStems = ["discount", "sale-price", "tradein", "trade-in", "benefit", "cashback"];

    /// <summary>All marks in lower case, spaces between them; the sign before a capital is kept as an underscore, so "kmAge" has the word "km".</summary>
    public static string Of(IElement element)
    {
        var marks = "";
        foreach (var attribute in Attributes)
        {
            if (element.GetAttribute(attribute) is { Length: > 0 and < 400 } value)
            {
                marks = marks.Length == 0 ? value : marks + " " + value;
            }
        }
        return marks;
    }

    public static bool HasStem(string marks, string stem) => marks.Contains(stem, StringComparison.OrdinalIgnoreCase);

    /// <summary>Has the word on its own: "ListingItem__kmAge" and "item-km" have "km", "kmz3" has not.</summary>
    public static bool HasWord(string marks, string word)
    {
        for (var at = marks.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = marks.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            var startsWord = at == 0 || !char.IsLetterOrDigit(marks[at - 1]) || (char.IsUpper(marks[at]) && char.IsLower(marks[at - 1]));
            var endsWord = end == marks.Length || !char.IsLetterOrDigit(marks[end]) || (char.IsUpper(marks[end]) && char.IsLower(marks[end - 1]));
            if (startsWord && endsWord)
            {
                return true;
            }
        }
        return false;
    }

    public static bool IsPrice(string marks) => HasStem(marks, "price") || HasWord(marks, "cost");

    /// <summary>An old, crossed out or monthly price.</summary>
    public static bool IsAside(IElement element, string marks) =>
        element.LocalName is "s" or "del" or "strike" || AsideStems.Any(stem => HasStem(marks, stem)) || HasWord(marks, "old");

    public static bool IsDiscount(string marks) => DiscountStems.Any(stem => HasStem(marks, stem));
}
