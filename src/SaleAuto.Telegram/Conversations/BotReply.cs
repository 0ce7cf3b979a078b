using System.Globalization;
using System.Net;

namespace SaleAuto.Bot;

/// <summary>What the bot says: a text with rows of buttons. Pressed buttons have their message edited in place; whatever was typed is answered by a new message.</summary>
public sealed record BotReply
{
    private BotReply(string html) => Html = html;

    /// <summary>The text in Telegram's HTML.</summary>
    public string Html { get; private init; }

    /// <summary>Rows of buttons.</summary>
    public IReadOnlyList<IReadOnlyList<BotButton>> Rows { get; private init; } = [];

    /// <summary>Telegram's id of a picture above the text.</summary>
    public string? PhotoFileId { get; private init; }

    /// <summary>Whether it is a message of its own, even after a press.</summary>
    public bool IsNew { get; private init; }

    /// <summary>A line that Telegram shows for a moment over the chat; only after a press.</summary>
    public string? Notice { get; private init; }

    /// <summary>A plain text; what looks like markup is shown as it stands.</summary>
    public static BotReply Of(string text) => new(WebUtility.HtmlEncode(text));

    /// <summary>A text of our own with Telegram's tags; the values put in the place of <c>{0}</c> are escaped.</summary>
    public static BotReply OfHtml(string format, params IReadOnlyList<object?> values) => new(
        values.Count == 0
            ? format
            : string.Format(CultureInfo.CurrentCulture, format, [.. values.Select(value => WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.CurrentCulture)))]));

    /// <summary>Adds a row of buttons.</summary>
    public BotReply Row(params IReadOnlyList<BotButton> buttons) => buttons.Count == 0 ? this : this with { Rows = [.. Rows, buttons] };

    /// <summary>Adds buttons, so many in a row.</summary>
    public BotReply Grid(IEnumerable<BotButton> buttons, int perRow = 1) => this with { Rows = [.. Rows, .. buttons.Chunk(perRow)] };

    /// <summary>Sends it as a message of its own.</summary>
    public BotReply AsNew() => this with { IsNew = true };

    /// <summary>Shows a picture above the text, which is then limited to 1024 characters.</summary>
    public BotReply Photo(string fileId) => this with { PhotoFileId = fileId };

    /// <summary>Shows a line for a moment.</summary>
    public BotReply Saying(string notice) => this with { Notice = notice };

    /// <summary>The same text under another one.</summary>
    public BotReply Under(BotReply heading) => this with { Html = $"{heading.Html}\n\n{Html}" };

    /// <summary>The same buttons under other words.</summary>
    internal BotReply InTheWordsOf(BotReply other) => this with { Html = other.Html, PhotoFileId = null, Rows = [.. other.Rows, .. Rows] };
}
