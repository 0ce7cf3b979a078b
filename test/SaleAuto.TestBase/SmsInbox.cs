using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SaleAuto.Clients;
using SaleAuto.Messages;

namespace SaleAuto;

/// <summary>Messages as they would be written.</summary>
public sealed partial class SmsInbox : IMessageOutbox
{
    private readonly ConcurrentQueue<MessageDraft> _messages = new();

    public IReadOnlyCollection<MessageDraft> Messages => _messages;

    public MessageDraft Last(PhoneNumber phone) => _messages.Last(x => x.Recipient == phone.Value);

    public string LastCode(PhoneNumber phone) => Digits().Match(Last(phone).Text).Value;

    public Task AddAsync(MessageDraft draft, CancellationToken cancellationToken)
    {
        _messages.Enqueue(draft);
        return Task.CompletedTask;
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Digits();
}

/// <summary>One text for every consent.</summary>
public sealed class AnyConsentTexts : IConsentTexts
{
    public Task<ConsentTextDto> GetCurrentAsync(ConsentKind kind, CancellationToken cancellationToken) => Task.FromResult(new ConsentTextDto(kind, "test-1", "label", "text"));

    public Task<ConsentTextDto?> FindAsync(ConsentKind kind, string version, CancellationToken cancellationToken) => Task.FromResult<ConsentTextDto?>(null);
}
