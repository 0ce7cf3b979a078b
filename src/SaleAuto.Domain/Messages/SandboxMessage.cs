using SaleAuto.Entities;

namespace SaleAuto.Messages;

/// <summary>A message that would have left the program; Development shows it in the sandbox inbox instead.</summary>
public class SandboxMessage : Entity<Guid>
{
    private SandboxMessage()
    {
    } // EF Core

    /// <summary>Puts a message into the inbox; it keeps the id of the outgoing one, so that it is seen once.</summary>
    public SandboxMessage(MessageChannel channel, MessageToSend message, DateTime sentAt)
        : base(message.Id)
    {
        Channel = channel;
        Recipient = message.Recipient;
        Text = message.Text;
        Buttons = [.. message.Buttons];
        SentAt = sentAt;
    }

    /// <summary>The way it would have taken.</summary>
    public MessageChannel Channel { get; private set; }

    /// <summary>Canonical phone or chat id.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>The text, codes included.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Buttons that open an address.</summary>
    public IReadOnlyList<MessageButton> Buttons { get; private set; } = [];

    /// <summary>When it came, UTC.</summary>
    public DateTime SentAt { get; private set; }
}
