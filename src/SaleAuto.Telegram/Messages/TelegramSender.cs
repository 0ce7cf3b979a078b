using System.Globalization;
using SaleAuto.Bot;
using SaleAuto.Messages;

namespace SaleAuto.Telegram.Messages;

/// <summary>Sends the outbox's Telegram messages.</summary>
public class TelegramSender(TelegramClient telegram, ICallbackSigner signer) : IMessageSender
{
    /// <inheritdoc />
    public MessageChannel Channel => MessageChannel.Telegram;

    /// <inheritdoc />
    public async Task<SendResult> SendAsync(MessageToSend message, CancellationToken cancellationToken)
    {
        if (!long.TryParse(message.Recipient, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chatId))
        {
            return SendResult.Refused("telegram:chat-not-found");
        }
        try
        {
            var answer = await telegram.SendMessageAsync(TelegramTexts.ToRequest(chatId, message, signer), cancellationToken);
            return answer.Ok
                ? SendResult.Sent(answer.Result?.MessageId.ToString(CultureInfo.InvariantCulture))
                : Explain(answer);
        }
        catch (HttpRequestException)
        {
            return SendResult.Retry("telegram:unreachable");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendResult.Retry("telegram:timeout");
        }
    }

    // Refused: this chat will never take this message. Retry: our token, our pace or their servers; none of it is the message's fault.
    private static SendResult Explain(TelegramAnswer<TelegramMessage> answer) => answer.ErrorCode switch
    {
        403 => SendResult.Refused("telegram:blocked"),
        400 when answer.Parameters?.MigrateToChatId is not null => SendResult.Refused("telegram:chat-migrated"),
        400 when answer.Description?.Contains("chat not found", StringComparison.OrdinalIgnoreCase) == true => SendResult.Refused("telegram:chat-not-found"),
        400 => SendResult.Refused("telegram:bad-request"),
        401 or 404 => SendResult.Retry("telegram:unauthorized"),
        429 => SendResult.Retry("telegram:429", answer.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null),
        _ => SendResult.Retry($"telegram:{answer.ErrorCode}"),
    };
}
