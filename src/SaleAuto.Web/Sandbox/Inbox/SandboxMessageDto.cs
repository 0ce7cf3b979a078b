using SaleAuto.Messages;

namespace SaleAuto.Sandbox;

/// <summary>A message of the inbox for programs.</summary>
/// <param name="Channel">sms or telegram.</param>
/// <param name="To">Canonical phone or chat id.</param>
/// <param name="Text">The text.</param>
/// <param name="Buttons">Buttons that open an address.</param>
/// <param name="SentAt">When it came, UTC.</param>
internal sealed record SandboxMessageDto(string Channel, string To, string Text, IReadOnlyList<MessageButton> Buttons, DateTime SentAt)
{
    public static SandboxMessageDto Of(SandboxMessage message) =>
        new(message.Channel == MessageChannel.Sms ? "sms" : "telegram", message.Recipient, message.Text, message.Buttons, message.SentAt);
}
