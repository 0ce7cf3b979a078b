namespace SaleAuto.Messages;

/// <summary>All texts that the product sends, by name.</summary>
internal sealed class MessageTextRegistry(IEnumerable<IMessageTextSource> sources)
{
    private readonly Dictionary<string, MessageText> _byName = sources.SelectMany(x => x.Texts).ToDictionary(x => x.Name);

    /// <summary>The texts in the order of the screen.</summary>
    public IReadOnlyCollection<MessageText> All => _byName.Values;

    /// <summary>The text of that name, or null.</summary>
    public MessageText? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The text of that name.</summary>
    public MessageText Get(string name) => Find(name) ?? throw new ArgumentException($"No message text is called {name}", nameof(name));
}
