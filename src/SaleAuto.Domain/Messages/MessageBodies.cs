using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;

namespace SaleAuto.Messages;

/// <summary>Writes and reads the bodies of outgoing messages; a secret is protected while it waits.</summary>
public class MessageBodies(IDataProtectionProvider protection)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly IDataProtector _protector = protection.CreateProtector("SaleAuto.Messages.Body");

    /// <summary>The draft's text and buttons in the form in which they are stored.</summary>
    public string Write(MessageDraft draft)
    {
        var json = JsonSerializer.Serialize(new Content(draft.Text, draft.Buttons), _json);
        return draft.IsSecret ? _protector.Protect(json) : json;
    }

    /// <summary>The stored message in clear text.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key that protected the secret is gone.</exception>
    public MessageToSend Read(OutgoingMessage message)
    {
        var json = message.IsSecret ? _protector.Unprotect(message.Body) : message.Body;
        var content = JsonSerializer.Deserialize<Content>(json, _json)!;
        return new MessageToSend(message.Id, message.Recipient, content.Text, content.Buttons);
    }

    private sealed record Content(string Text, IReadOnlyList<MessageButton> Buttons);
}
