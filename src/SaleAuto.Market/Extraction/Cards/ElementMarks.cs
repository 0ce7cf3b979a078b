using System.Buffers;
using AngleSharp.Dom;

namespace SaleAuto.Market;

/// <summary>Names that a page's author gave to an element: class, data-ftid, data-marker and the like. Builds add hashes to them, so they are matched by stem.</summary>
internal static class ElementMarks
{
    private const int LongestMark = 400;

    private static readonly SearchValues<string> AsideStems = SearchValues.Create(["oldprice", "old-price", "old_price", "price-old", "price_old", "price__old", "priceold", "prevprice", "previous", "crossed", "strike", "credit", "monthly", "permonth", "loan", "leasing", "insurance"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> DiscountStems = SearchValues.Create(["discount", "sale-price", "tradein", "trade-in", "benefit", "cashback"], StringComparison.OrdinalIgnoreCase);

    /// <summary>All marks, spaces between them.</summary>
    public static string Of(IElement element)
    {
        var marks = "";
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is { Value.Length: > 0 and < LongestMark } attribute && IsMark(attribute.Name))
            {
                marks = marks.Length == 0 ? attribute.Value : marks + " " + attribute.Value;
            }
        }
        return marks;
    }

    private static bool IsMark(string name) =>
        name is "class" or "id" or "itemprop" or "data-ftid" or "data-marker" or "data-testid" or "data-test" or "data-qa" or "data-cy" or "data-role";

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
        element.LocalName is "s" or "del" or "strike" || marks.AsSpan().ContainsAny(AsideStems) || HasWord(marks, "old");

    public static bool IsDiscount(string marks) => marks.AsSpan().ContainsAny(DiscountStems);
}
