using SaleAuto.Messages;

namespace SaleAuto.Telegram.Messages;

/// <summary>Turns a message into what Telegram takes: it refuses long texts, and buttons that lead to the own machine.</summary>
internal static class TelegramTexts
{
    public static SendMessageRequest ToRequest(long chatId, MessageToSend message)
    {
        var buttons = message.Buttons.Where(button => TelegramLinks.IsTaken(button.Url)).Select(button => new InlineKeyboardButton(button.Text, button.Url));
        var links = message.Buttons.Where(button => !TelegramLinks.IsTaken(button.Url)).Select(button => $"{button.Text}: {button.Url}");
        var rows = buttons.Select(button => (IReadOnlyList<InlineKeyboardButton>)[button]).ToList();
        return new SendMessageRequest
        {
            ChatId = chatId,
            Text = Fit(message.Text, string.Concat(links.Select(link => "\n" + link))),
            ReplyMarkup = rows.Count == 0 ? null : new InlineKeyboardMarkup(rows),
            LinkPreviewOptions = new LinkPreviewOptions(IsDisabled: true),
        };
    }

    // The links are what the reader acts on, so the text gives way to them.
    private static string Fit(string text, string links)
    {
        var room = SendMessageRequest.MaxTextLength - links.Length;
        if (text.Length <= room)
        {
            return text + links;
        }
        var end = room - 1;
        if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }
        return string.Concat(text.AsSpan(0, end), "…", links);
    }
}
