using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SaleAuto.Messages;

/// <summary>Makes one try of one claimed message and says what becomes of it.</summary>
public class MessageDispatch(
    IEnumerable<IMessageSender> senders,
    MessageBodies bodies,
    IOptions<OutboxOptions> options,
    TimeProvider clock,
    ILogger<MessageDispatch> logger)
{
    /// <summary>Sends the message; the result is applied to it afterwards, in the queue.</summary>
    public async Task<Action<OutgoingMessage>> TryAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.IsExpired(Now))
        {
            return given => given.Fail(MessageConsts.ExpiredError);
        }
        if (message.Attempts > options.Value.MaxAttempts) // every try ended with its process; this message may be the reason
        {
            return given => given.Fail(MessageConsts.InterruptedError);
        }
        if (senders.FirstOrDefault(s => s.Channel == message.Channel) is not { } sender)
        {
            return given => given.Fail(MessageConsts.NoChannelError);
        }
        return After(await SendAsync(sender, message, cancellationToken), message);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<SendResult> SendAsync(IMessageSender sender, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.SendAsync(bodies.Read(message), cancellationToken);
        }
        catch (CryptographicException)
        {
            return SendResult.Refused(MessageConsts.UnreadableError);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Its message may quote the text or the phone, so only the type is kept.
            logger.LogError("Sending message {MessageId} over {Channel} failed with {ExceptionType}", message.Id, message.Channel, exception.GetType().FullName);
            return SendResult.Retry($"outbox:{exception.GetType().Name}");
        }
    }

    private Action<OutgoingMessage> After(SendResult result, OutgoingMessage message)
    {
        if (result.Outcome == SendOutcome.Sent)
        {
            var sentAt = Now;
            return given => given.MarkSent(result.ProviderId, sentAt);
        }
        var isLast = result.Outcome == SendOutcome.Refused || message.Attempts >= options.Value.MaxAttempts;
        logger.Log(
            isLast ? LogLevel.Error : LogLevel.Warning,
            "Message {MessageId} over {Channel} {Outcome} at try {Attempt}: {Error}",
            message.Id, message.Channel, isLast ? "failed" : "waits", message.Attempts, result.Error);
        if (isLast)
        {
            return given => given.Fail(result.Error!);
        }
        var dueAt = Now + RetryDelay.After(message.Attempts, result.RetryAfter, Random.Shared.NextDouble());
        return given => given.Postpone(result.Error!, dueAt);
    }
}
