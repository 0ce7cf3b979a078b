using System.Text;
using AngleSharp.Dom;

namespace SaleAuto.Market;

/// <summary>Visible text of an element, without recursion: a page may nest as deep as it likes.</summary>
internal static class ElementText
{
    /// <summary>Text with the given sign between elements; parts that <paramref name="leaveOut"/> names are left out.</summary>
    public static string Of(IElement element, char between, Func<IElement, bool>? leaveOut = null, int limit = 6000)
    {
        var text = new StringBuilder();
        var path = new Stack<(INode Node, int Next)>();
        path.Push((element, 0));
        while (path.Count > 0 && text.Length < limit)
        {
            var (node, next) = path.Pop();
            if (next >= node.ChildNodes.Length)
            {
                continue;
            }
            path.Push((node, next + 1));
            var child = node.ChildNodes[next];
            if (child is IText words)
            {
                PlainText.Append(text, words.Data);
            }
            else if (child is IElement inner && !IsInvisible(inner) && leaveOut?.Invoke(inner) != true)
            {
                if (text.Length > 0 && text[^1] != '\n' && !IsInline(inner))
                {
                    TrimEnd(text).Append(between);
                }
                path.Push((inner, 0));
            }
        }
        return text.ToString().Trim();
    }

    public static bool IsInvisible(IElement element) =>
        element.LocalName is "script" or "style" or "template" or "noscript" or "svg" || element.HasAttribute("hidden");

    // With a class it is a part of the layout, whatever its name.
    private static bool IsInline(IElement element) =>
        element.LocalName is "b" or "i" or "em" or "strong" or "wbr" or "nobr" or "sup" or "sub" or "font" or "bdi" && !element.HasAttribute("class");

    private static StringBuilder TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
        return text;
    }
}
