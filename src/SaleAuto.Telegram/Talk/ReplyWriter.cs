using System.Text.Json;
using SaleAuto.Telegram;

namespace SaleAuto.Bot;

/// <summary>Writes the answers to an update into the queue, in the transaction of the effect.</summary>
internal sealed class ReplyWriter(IBotOutgoingQueue queue, CallbackSigner signer, TimeProvider clock)
{
    private int _part;

    public async Task WriteAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        _part = 0;
        if (turn.Update.CallbackId is { } callback)
        {
            await AddAsync(turn, BotOutgoingKind.Answer, new AnswerPayload(callback, Shorten(turn.Reply?.Notice)), null, cancellationToken);
        }
        if (turn.Reply is not { } reply)
        {
            return;
        }
        var edits = turn.Update is { PressedId: { } pressed, CanEdit: true } && reply is { IsNew: false, PhotoFileId: null } ? pressed : (long?)null;
        if (turn.Update.PressedId is { } old && edits is null && !turn.KeepsButtons)
        {
            await AddAsync(turn, BotOutgoingKind.ClearButtons, new ClearPayload(old), null, cancellationToken);
        }
        var show = new ShowPayload(Words(reply), Buttons(turn, reply), reply.PhotoFileId, edits, ReusesBottom: turn.IsQuestion && reply is { IsNew: false, PhotoFileId: null });
        await AddAsync(turn, BotOutgoingKind.Show, show, turn.IsQuestion ? turn.Chat.Question : null, cancellationToken);
    }

    private Task AddAsync<TPayload>(BotTurn turn, BotOutgoingKind kind, TPayload payload, int? question, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var json = JsonSerializer.Serialize(payload, TelegramClient.Json);
        return queue.AddAsync(
            new BotOutgoing(Guid.CreateVersion7(now), turn.Update.ChatId, turn.Update.UpdateId, _part++, kind, json, question, now.UtcDateTime), cancellationToken);
    }

    private static string Words(BotReply reply)
    {
        var most = reply.PhotoFileId is null ? SendMessageRequest.MaxTextLength : SendPhotoRequest.MaxCaptionLength;
        var links = string.Concat(reply.Rows.SelectMany(row => row)
            .Where(button => button.Url is { } url && !TelegramLinks.IsTaken(url))
            .Select(button => System.Net.WebUtility.HtmlEncode($"\n{button.Text}: {button.Url}")));
        return BotHtml.Fit(reply.Html, Math.Max(1, most - links.Length)) + links;
    }

    private InlineKeyboardMarkup? Buttons(BotTurn turn, BotReply reply)
    {
        var rows = reply.Rows
            .Select(row => (IReadOnlyList<InlineKeyboardButton>)[.. row.Select(button => Find(turn, button)).OfType<InlineKeyboardButton>()])
            .Where(row => row.Count > 0)
            .ToList();
        return rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);
    }

    private InlineKeyboardButton? Find(BotTurn turn, BotButton button)
    {
        var (chat, question) = (turn.Update.ChatId, turn.Chat.Question);
        return button switch
        {
            { Url: { } url } => TelegramLinks.IsTaken(url) ? new InlineKeyboardButton(button.Text, Url: url) : null,
            { IsBack: true } => new InlineKeyboardButton(button.Text, CallbackData: signer.SignBack(chat, question)),
            { Choice: { } value } => new InlineKeyboardButton(button.Text, CallbackData: signer.SignChoice(chat, question, value)),
            { Action: { } action } => new InlineKeyboardButton(button.Text, CallbackData: signer.Sign(chat, action, button.IsForced)),
            _ => null,
        };
    }

    private static string? Shorten(string? notice) =>
        notice?.Length > AnswerCallbackQueryRequest.MaxTextLength ? notice[..(AnswerCallbackQueryRequest.MaxTextLength - 1)] + "…" : notice;
}

/// <summary>A message to be sent or edited.</summary>
/// <param name="Html">Text, short enough.</param>
/// <param name="Buttons">Signed buttons.</param>
/// <param name="Photo">Picture above it.</param>
/// <param name="Edits">The message that is edited.</param>
/// <param name="ReusesBottom">Whether it is a question, which takes the place of the question before when nothing stands below that.</param>
internal sealed record ShowPayload(string Html, InlineKeyboardMarkup? Buttons, string? Photo, long? Edits, bool ReusesBottom);

/// <summary>The end of a spinner.</summary>
internal sealed record AnswerPayload(string CallbackId, string? Text);

/// <summary>A message that loses its buttons.</summary>
internal sealed record ClearPayload(long MessageId);
