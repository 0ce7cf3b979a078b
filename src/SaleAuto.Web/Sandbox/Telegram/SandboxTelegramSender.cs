using SaleAuto.Messages;
using SaleAuto.Telegram.Messages;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>Sends as in production, to the Bot API in memory, and leaves a copy in the inbox, which outlives the process.</summary>
internal sealed class SandboxTelegramSender(TelegramSender telegram, ISandboxInbox inbox, TimeProvider clock) : IMessageSender
{
    public MessageChannel Channel => MessageChannel.Telegram;

    public async Task<SendResult> SendAsync(MessageToSend message, CancellationToken cancellationToken)
    {
        var result = await telegram.SendAsync(message, cancellationToken);
        if (result.Outcome == SendOutcome.Sent)
        {
            await inbox.AddAsync(new SandboxMessage(MessageChannel.Telegram, message, clock.GetUtcNow().UtcDateTime), cancellationToken);
        }
        return result;
    }
}
