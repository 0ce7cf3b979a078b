using AngleSharp.Dom;

namespace SaleAuto.Market;

/// <summary>An element of a card that has text of its own, or that is marked as a price.</summary>
/// <param name="Element">The element.</param>
/// <param name="Text">Its text, descendants included.</param>
/// <param name="Marks">Marks of the element and of those around it, up to the card.</param>
/// <param name="IsInLink">It is, or is inside of, a link.</param>
/// <param name="IsPriceElement">It is marked itself, not only something around it.</param>
/// <param name="IsAside">It is, or is inside of, an old or monthly price.</param>
internal sealed record CardPart(IElement Element, string Text, string Marks, bool IsInLink, bool IsPriceElement, bool IsAside);

/// <summary>Takes a card apart in one walk.</summary>
internal static class CardParts
{
    private const int LongestText = 300;
    private const int MaxParts = 400;

    public static List<CardPart> Of(IElement card)
    {
        var parts = new List<CardPart>();
        var path = new Stack<(IElement Element, string Marks, bool InLink, bool Aside)>();
        path.Push((card, "", false, false));
        while (path.Count > 0 && parts.Count < MaxParts)
        {
            var (element, outer, inLink, aside) = path.Pop();
            var own = element == card ? "" : ElementMarks.Of(element); // the card's own name says nothing of its parts
            var marks = own.Length == 0 ? outer : outer.Length == 0 ? own : own + " " + outer;
            inLink |= element.LocalName == "a";
            aside |= element != card && ElementMarks.IsAside(element, own);
            var isPrice = ElementMarks.IsPrice(own);
            if (isPrice || HasOwnText(element))
            {
                var text = ElementText.Of(element, ' ', null, LongestText + 1);
                if (text.Length <= LongestText)
                {
                    parts.Add(new CardPart(element, text, marks, inLink, isPrice, aside));
                }
            }
            for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
            {
                if (element.ChildNodes[i] is IElement inner && !ElementText.IsInvisible(inner))
                {
                    path.Push((inner, marks.Length > 600 ? own : marks, inLink, aside));
                }
            }
        }
        return parts;
    }

    private static bool HasOwnText(IElement element)
    {
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text && !string.IsNullOrWhiteSpace(text.Data))
            {
                return true;
            }
        }
        return false;
    }
}
