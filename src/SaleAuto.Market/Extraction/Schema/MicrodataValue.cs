using AngleSharp.Dom;

namespace SaleAuto.Market;

/// <summary>Value of a microdata property, as the HTML standard has it, with <c>content</c> honoured everywhere as sites use it.</summary>
internal static class MicrodataValue
{
    public static string Of(IElement element) =>
        element.GetAttribute("content") ?? element.LocalName switch
        {
            "a" or "area" or "link" => element.GetAttribute("href"),
            "img" or "audio" or "video" or "source" or "iframe" or "embed" => element.GetAttribute("src"),
            "object" => element.GetAttribute("data"),
            "data" or "meter" => element.GetAttribute("value"),
            "time" => element.GetAttribute("datetime"),
            _ => null,
        } ?? ElementText.Of(element, ' ');
}
