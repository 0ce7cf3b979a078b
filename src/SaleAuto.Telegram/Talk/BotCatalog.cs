using System.Text;

namespace SaleAuto.Bot;

/// <summary>Every conversation by what begins it.</summary>
internal sealed class BotCatalog
{
    private const int LongestAction = 20;

    private readonly Dictionary<string, ConversationDefinition> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConversationDefinition> _byStart = new(StringComparer.Ordinal);

    /// <summary>Collects them.</summary>
    /// <exception cref="InvalidOperationException">Two begin alike, or a name is too long for a button.</exception>
    public BotCatalog(IEnumerable<ConversationDefinition> conversations)
    {
        foreach (var conversation in conversations)
        {
            _byName.Add(conversation.Name, conversation);
            foreach (var start in conversation.Commands.Concat(conversation.Actions))
            {
                CheckName(start);
                if (!_byStart.TryAdd(start, conversation))
                {
                    throw new InvalidOperationException($"{conversation.Name} and {_byStart[start].Name} both begin with {start}");
                }
            }
        }
    }

    public ConversationDefinition? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(name);

    public ConversationDefinition? FindByStart(string start) => _byStart.GetValueOrDefault(start);

    public static void CheckName(string action)
    {
        if (Encoding.UTF8.GetByteCount(action) > LongestAction || action.Contains('|'))
        {
            throw new InvalidOperationException($"{action} is longer than {LongestAction} bytes, or holds a bar: it does not fit on a button");
        }
    }
}
