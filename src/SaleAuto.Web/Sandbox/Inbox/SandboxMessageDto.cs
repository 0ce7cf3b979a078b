using SaleAuto.Messages;

namespace SaleAuto.Sandbox;

/// <summary>A message of the inbox for programs.</summary>
/// <param name="Channel">sms or telegram.</param>
/// <param name="To">Canonical phone or chat id.</param>
/// <param name="Text">The text.</param>
/// <param name="Buttons">Buttons that open an address.</param>
/// <param name="SentAt">When it came, UTC.</param>
internal sealed record SandboxMessageDto(string Channel, string To, string Text, IReadOnlyList<SandboxLinkDto> Buttons, DateTime SentAt)
{
    public static SandboxMessageDto Of(SandboxMessage message) =>
        new(message.Channel == MessageChannel.Sms ? "sms" : "telegram", message.Recipient, message.Text, [.. message.Buttons.Where(button => button.Url is not null).Select(button => new SandboxLinkDto(button.Text, button.Url!))], message.SentAt);
}

/// <summary>A button that opens an address; those that act in the bot are pressed in its chat.</summary>
/// <param name="Text">Caption.</param>
/// <param name="Url">Address.</param>
internal sealed record SandboxLinkDto(string Text, string Url);
