namespace SaleAuto.Sandbox.Telegram;

/// <summary>Somebody with a Telegram account.</summary>
/// <param name="ChatId">Number of the person and of the chat with the bot.</param>
/// <param name="Name">Name and surname.</param>
/// <param name="Role">What the person does in the company; null for a stranger.</param>
public sealed record SandboxPerson(long ChatId, string Name, string? Role = null);

/// <summary>One person's chat with the bot.</summary>
internal sealed class SandboxChat(SandboxPerson person)
{
    private const int MostMessages = 500;

    private readonly List<ApiMessage> _messages = [];

    public SandboxPerson Person { get; set; } = person;

    /// <summary>A bot cannot write first.</summary>
    public bool HasStarted { get; set; }

    public bool HasBlocked { get; set; }

    public long ReadUpTo { get; set; }

    public IReadOnlyList<ApiMessage> Messages => [.. _messages];

    public int Unread => _messages.Count(x => x.From.IsBot && x.MessageId > ReadUpTo);

    public ApiMessage? Last => _messages.Count == 0 ? null : _messages[^1];

    public ApiUser User => new(Person.ChatId, false, First, Rest, LanguageCode: "ru");

    public ApiChat Info => new(Person.ChatId, "private", First, Rest);

    private string First => Person.Name.Split(' ', 2)[0];

    private string? Rest => Person.Name.Split(' ', 2) is [_, var rest] ? rest : null;

    public ApiMessage? Find(long messageId) => _messages.Find(x => x.MessageId == messageId);

    public void Add(ApiMessage message)
    {
        _messages.Add(message);
        if (_messages.Count > MostMessages)
        {
            _messages.RemoveAt(0);
        }
    }

    public void Replace(ApiMessage message) => _messages[_messages.FindIndex(x => x.MessageId == message.MessageId)] = message;

    public void Remove(long messageId) => _messages.RemoveAll(x => x.MessageId == messageId);
}
