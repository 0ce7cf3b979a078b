using SaleAuto.Bot;
using SaleAuto.Messages;

namespace SaleAuto.Telegram.Messages;

/// <summary>Turns a message into what Telegram takes: it refuses long texts, and buttons that lead to the own machine.</summary>
internal static class TelegramTexts
{
    public static SendMessageRequest ToRequest(long chatId, MessageToSend message, ICallbackSigner signer)
    {
        var rows = message.Buttons.Select(button => ToButton(chatId, button, signer)).OfType<InlineKeyboardButton>().Select(button => (IReadOnlyList<InlineKeyboardButton>)[button]).ToList();
        var links = message.Buttons.Where(button => button.Url is { } url && !TelegramLinks.IsTaken(url)).Select(button => $"{button.Text}: {button.Url}");
        return new SendMessageRequest
        {
            ChatId = chatId,
            Text = Fit(message.Text, string.Concat(links.Select(link => "\n" + link))),
            ReplyMarkup = rows.Count == 0 ? null : new InlineKeyboardMarkup(rows),
            LinkPreviewOptions = new LinkPreviewOptions(IsDisabled: true),
        };
    }

    private static InlineKeyboardButton? ToButton(long chatId, MessageButton button, ICallbackSigner signer) => button switch
    {
        { Action: { } action } => new InlineKeyboardButton(button.Text, CallbackData: signer.Sign(chatId, action)),
        { Url: { } url } when TelegramLinks.IsTaken(url) => new InlineKeyboardButton(button.Text, url),
        _ => null,
    };

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
