using System.Net;
using System.Globalization;

namespace SaleAuto.Bot;

/// <summary>Lines of a card; what is not known has none. The words are ours and may hold tags, the values are escaped.</summary>
internal sealed class CardLines
{
    private readonly List<string> _lines = [];

    /// <summary>Adds a line when all of its values are known.</summary>
    public CardLines Add(string key, params IReadOnlyList<object?> values)
    {
        var texts = values.Select(value => Convert.ToString(value, CultureInfo.CurrentCulture)).ToList();
        if (texts.TrueForAll(text => !string.IsNullOrEmpty(text)))
        {
            _lines.Add(ManagerTexts.Get(key, [.. texts.Select(WebUtility.HtmlEncode)]));
        }
        return this;
    }

    /// <summary>The card.</summary>
    public BotReply ToReply() => BotReply.OfHtml(string.Join('\n', _lines));
}
