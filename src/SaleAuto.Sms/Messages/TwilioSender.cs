using SaleAuto.Messages;

namespace SaleAuto.Sms.Messages;

/// <summary>Sends the outbox's SMS through Twilio.</summary>
public class TwilioSender(TwilioClient twilio, TwilioCallbacks callbacks) : IMessageSender
{
    // Faults of our account or of its sender: an operator mends them, and the messages go out then.
    private static readonly HashSet<int> _ourFaults = [20003, 20404, 21212, 21603, 21606, 21659, 21660, 21705];

    // Their queue for our account is full.
    private static readonly HashSet<int> _tooFast = [14107, 20429, 21611, 30001];

    /// <inheritdoc />
    public MessageChannel Channel => MessageChannel.Sms;

    /// <inheritdoc />
    public async Task<SendResult> SendAsync(MessageToSend message, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await twilio.CreateMessageAsync(message.Recipient, message.Text, callbacks.AddressFor(message.Id), cancellationToken);
            return answer.HttpStatus is >= 200 and < 300 ? SendResult.Sent(answer.Sid) : Explain(answer);
        }
        catch (HttpRequestException)
        {
            return SendResult.Retry("twilio:unreachable");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendResult.Retry("twilio:timeout");
        }
    }

    // 21211 and 21614 bad number, 21610 opted out, 21408 country not served and the like: the message will never be taken.
    private static SendResult Explain(TwilioAnswer answer)
    {
        var code = answer.Code ?? answer.HttpStatus;
        var error = $"twilio:{code}";
        var isRefusal = answer.HttpStatus is 400 or 422 && !_ourFaults.Contains(code) && !_tooFast.Contains(code);
        return isRefusal ? SendResult.Refused(error) : SendResult.Retry(error, answer.RetryAfter);
    }
}
