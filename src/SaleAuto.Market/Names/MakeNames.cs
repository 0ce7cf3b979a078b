namespace SaleAuto.Market;

/// <summary>One make with its models. Aliases live inside the make: "3" or "Жук" mean different cars elsewhere.</summary>
internal sealed class MakeNames(string name)
{
    private const int LongestModel = 4; // words: Land Cruiser Prado 150

    private readonly Dictionary<string, string> _models = [];

    public string Name { get; } = name;

    public IEnumerable<string> ModelKeys => _models.Keys;

    public void AddModel(string model, IEnumerable<string> aliases)
    {
        _models[NameKey.Of(model)] = model; // a canonical name beats another model's alias
        foreach (var alias in aliases)
        {
            _models.TryAdd(NameKey.Of(alias), model);
        }
    }

    public bool TryGetModel(string key, out string model) => _models.TryGetValue(key, out model!);

    /// <summary>The longest known model that the words from <paramref name="start"/> begin with.</summary>
    public string? FindModel(IReadOnlyList<string> words, int start)
    {
        for (var length = Math.Min(LongestModel, words.Count - start); length > 0; length--)
        {
            if (_models.TryGetValue(NameKey.Of(NameWords.Join(words, start, length)), out var model))
            {
                return model;
            }
        }
        return null;
    }
}
