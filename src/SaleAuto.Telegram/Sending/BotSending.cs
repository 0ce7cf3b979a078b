using System.Text.Json;
using Microsoft.Extensions.Logging;
using SaleAuto.Telegram;

namespace SaleAuto.Bot;

/// <summary>Makes one try of one claimed answer and notes what became of it.</summary>
internal sealed partial class BotSending(
    TelegramClient telegram, IBotOutgoingQueue queue, IBotChatRepository chats, TelegramPace pace, TimeProvider clock, ILogger<BotSending> logger)
{
    private const int MostTries = 8;
    private const string Html = "HTML";

    // What Telegram does not take because it is out of reach or busy is tried for so long.
    private static readonly TimeSpan OutageTime = TimeSpan.FromDays(1);

    // Telegram takes the answer to a press for so long.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task SendAsync(BotOutgoing outgoing, CancellationToken cancellationToken)
    {
        var outcome = await TryAsync(outgoing, cancellationToken);
        if (outcome.Error == "telegram:blocked")
        {
            await chats.NoteBlockedAsync(outgoing.ChatId, Now, CancellationToken.None);
        }
        if (outcome.MessageId is { } messageId)
        {
            await chats.NoteMessageAsync(outgoing.ChatId, Read<ShowPayload>(outgoing).ReusesBottom ? messageId : null, CancellationToken.None);
        }
        // Noted even when the program is being stopped: the message has left.
        await queue.CompleteAsync(outgoing, row => Apply(row, outcome), CancellationToken.None);
    }

    private void Apply(BotOutgoing row, Outcome outcome)
    {
        if (outcome.Error is not { } error)
        {
            row.MarkDone(Now);
            return;
        }
        var isLast = outcome.IsFinal || (outcome.IsOutage ? Now > row.CreatedAt + OutageTime : row.Attempts >= MostTries);
        Log.Refused(logger, row.Id, isLast ? "given up" : "to be tried again", row.Attempts, error);
        if (isLast)
        {
            row.GiveUp(error, Now);
            return;
        }
        row.Postpone(error, Now + (outcome.RetryAfter ?? TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, row.Attempts)))));
    }

    private async Task<Outcome> TryAsync(BotOutgoing outgoing, CancellationToken cancellationToken)
    {
        try
        {
            return outgoing.Kind switch
            {
                BotOutgoingKind.Answer => await AnswerAsync(outgoing, cancellationToken),
                BotOutgoingKind.ClearButtons => await ClearAsync(outgoing, cancellationToken),
                _ => await ShowAsync(outgoing, cancellationToken),
            };
        }
        catch (HttpRequestException)
        {
            return Outcome.Outage("telegram:unreachable");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Outcome.Outage("telegram:timeout");
        }
    }

    private async Task<Outcome> AnswerAsync(BotOutgoing outgoing, CancellationToken cancellationToken)
    {
        if (Now > outgoing.CreatedAt + AnswerTime)
        {
            return Outcome.Final("telegram:answer-too-late");
        }
        var answer = Read<AnswerPayload>(outgoing);
        return Explain(await telegram.AnswerCallbackQueryAsync(new AnswerCallbackQueryRequest { CallbackQueryId = answer.CallbackId, Text = answer.Text }, cancellationToken));
    }

    private async Task<Outcome> ClearAsync(BotOutgoing outgoing, CancellationToken cancellationToken)
    {
        await pace.WaitAsync(outgoing.ChatId, cancellationToken);
        var request = new EditMessageReplyMarkupRequest { ChatId = outgoing.ChatId, MessageId = Read<ClearPayload>(outgoing).MessageId };
        return Explain(await telegram.EditMessageReplyMarkupAsync(request, cancellationToken));
    }

    private async Task<Outcome> ShowAsync(BotOutgoing outgoing, CancellationToken cancellationToken)
    {
        var show = Read<ShowPayload>(outgoing);
        var chat = await chats.FindAsync(outgoing.ChatId, cancellationToken);
        if (chat?.BlockedAt is not null)
        {
            return Outcome.Final("telegram:blocked-before");
        }
        await pace.WaitAsync(outgoing.ChatId, cancellationToken);
        var bottom = show.ReusesBottom && chat is { MessageId: { } last } && last > chat.LastIncomingId ? chat.MessageId : null;
        if ((show.Edits ?? bottom) is { } edited)
        {
            var outcome = await EditAsync(outgoing.ChatId, edited, show, cancellationToken);
            if (outcome.Error != "telegram:cannot-edit")
            {
                return outcome;
            }
        }
        return show.Photo is { } photo
            ? Explain(await telegram.SendPhotoAsync(
                new SendPhotoRequest { ChatId = outgoing.ChatId, Photo = photo, Caption = show.Html, ParseMode = Html, ReplyMarkup = show.Buttons }, cancellationToken))
            : Explain(
                await telegram.SendMessageAsync(
                    new SendMessageRequest { ChatId = outgoing.ChatId, Text = show.Html, ParseMode = Html, ReplyMarkup = show.Buttons, LinkPreviewOptions = new(IsDisabled: true) },
                    cancellationToken),
                message => message.MessageId);
    }

    private async Task<Outcome> EditAsync(long chatId, long messageId, ShowPayload show, CancellationToken cancellationToken)
    {
        var request = new EditMessageTextRequest
        {
            ChatId = chatId,
            MessageId = messageId,
            Text = show.Html,
            ParseMode = Html,
            ReplyMarkup = show.Buttons,
            LinkPreviewOptions = new(IsDisabled: true),
        };
        var answer = await telegram.EditMessageTextAsync(request, cancellationToken);
        return answer is { Ok: false, ErrorCode: 400 } && !Says(answer, "not modified") && !Says(answer, "chat not found")
            ? Outcome.Final("telegram:cannot-edit") // deleted, too old, or not a text: it is sent anew
            : Explain(answer);
    }

    private static Outcome Explain<TResult>(TelegramAnswer<TResult> answer, Func<TResult, long>? messageId = null) => answer switch
    {
        { Ok: true, Result: { } result } => new Outcome(null, MessageId: messageId?.Invoke(result)),
        { Ok: true } => new Outcome(null),
        { ErrorCode: 400 } when Says(answer, "not modified") => new Outcome(null), // it says so already: an earlier try got through
        { ErrorCode: 400 } when Says(answer, "query is too old") => Outcome.Final("telegram:answer-too-late"),
        { ErrorCode: 400 } => Outcome.Final(Says(answer, "chat not found") ? "telegram:chat-not-found" : "telegram:bad-request"),
        { ErrorCode: 403 } => Outcome.Final("telegram:blocked"),
        { ErrorCode: 429 } => Outcome.Outage("telegram:429", answer.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null),
        { ErrorCode: >= 500 } => Outcome.Outage($"telegram:{answer.ErrorCode}"),
        _ => new Outcome($"telegram:{answer.ErrorCode}"),
    };

    private static bool Says<TResult>(TelegramAnswer<TResult> answer, string words) => answer.Description?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static TPayload Read<TPayload>(BotOutgoing outgoing) => JsonSerializer.Deserialize<TPayload>(outgoing.Payload, TelegramClient.Json)!;

    private sealed record Outcome(string? Error, bool IsFinal = false, bool IsOutage = false, TimeSpan? RetryAfter = null, long? MessageId = null)
    {
        public static Outcome Outage(string error, TimeSpan? after = null) => new(error, IsOutage: true, RetryAfter: after);

        public static Outcome Final(string error) => new(error, IsFinal: true);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Answer {Id} is {Outcome} after try {Attempt}: {Error}")]
        public static partial void Refused(ILogger logger, Guid id, string outcome, int attempt, string error);
    }
}
