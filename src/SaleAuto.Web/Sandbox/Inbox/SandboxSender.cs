using SaleAuto.Messages;

namespace SaleAuto.Sandbox;

/// <summary>Stands in for a channel: what it gets is shown in the browser.</summary>
internal sealed class SandboxSender(MessageChannel channel, ISandboxInbox inbox, TimeProvider clock) : IMessageSender
{
    public MessageChannel Channel => channel;

    public async Task<SendResult> SendAsync(MessageToSend message, CancellationToken cancellationToken)
    {
        await inbox.AddAsync(new SandboxMessage(channel, message, clock.GetUtcNow().UtcDateTime), cancellationToken);
        return SendResult.Sent($"sandbox-{message.Id:N}");
    }
}
