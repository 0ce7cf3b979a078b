using System.Collections.Frozen;

namespace SaleAuto.Market;

/// <summary>Make and model names as the dictionary spells them. What it does not know is kept as found: rare cars exist.</summary>
public sealed class VehicleNames
{
    private static readonly Lazy<VehicleNames> LazyShipped = new(() => new VehicleNames(MakesModelsFile.ReadShipped()));

    private readonly FrozenDictionary<string, MakeNames> _makes;
    private readonly FrozenDictionary<string, MakeNames> _makesByUniqueModel;

    internal VehicleNames(IEnumerable<MakesModelsRow> rows)
    {
        var makes = new Dictionary<string, MakeNames>();
        foreach (var row in rows)
        {
            if (!makes.TryGetValue(NameKey.Of(row.Make), out var make))
            {
                make = new MakeNames(row.Make);
                foreach (var alias in row.MakeAliases.Prepend(row.Make))
                {
                    makes.TryAdd(NameKey.Of(alias), make);
                }
            }
            make.AddModel(row.Model, row.ModelAliases);
        }
        _makes = makes.ToFrozenDictionary();
        _makesByUniqueModel = makes.Values.Distinct()
            .SelectMany(make => make.ModelKeys.Select(key => (Key: key, Make: make)))
            .Where(model => model.Key.Count(char.IsLetter) >= 4)
            .GroupBy(model => model.Key)
            .Where(owners => owners.Count() == 1)
            .ToFrozenDictionary(owners => owners.Key, owners => owners.First().Make);
    }

    /// <summary>The dictionary that comes with the program.</summary>
    public static VehicleNames Shipped => LazyShipped.Value;

    /// <summary>Canonical make and model; a model may carry more words ("Rio IV Рестайлинг"), and a make may come with its model ("KIA RIO").</summary>
    public (string? Make, string? Model) Normalize(string? make, string? model)
    {
        var words = NameWords.Split(make);
        if (FindMake(words, 0, out var found, out var used))
        {
            used = SkipMake(words, used, found);
            var rest = string.IsNullOrWhiteSpace(model) ? NameWords.Join(words, used) : model;
            return (found.Name, NormalizeModel(found, rest));
        }
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(model))
        {
            var (titleMake, titleModel) = SplitTitle(model);
            return titleMake is null ? (null, NameWords.Clean(model)) : (titleMake, titleModel);
        }
        return (NameWords.Clean(make), NameWords.Clean(model));
    }

    /// <summary>Make and model out of a title such as "Kia Rio IV Рестайлинг" or "Продаю Мазда 3, 2012"; nulls where it names none.</summary>
    public (string? Make, string? Model) SplitTitle(string? title)
    {
        var words = NameWords.Split(title);
        for (var start = 0; start < Math.Min(words.Count, 6); start++)
        {
            if (FindMake(words, start, out var make, out var next))
            {
                next = SkipMake(words, next, make);
                return (make.Name, make.FindModel(words, next) ?? NameWords.UnknownModel(words, next));
            }
            if (FindMakeJoinedToModel(words[start], out make, out var model)
                || FindMakeByModel(words[start], out make, out model))
            {
                return (make.Name, model);
            }
        }
        return FirstWordAsMake(words);
    }

    /// <summary>The text names a make of the dictionary, or a model that only one make has.</summary>
    internal bool Knows(string text)
    {
        var words = NameWords.Split(text);
        for (var start = 0; start < Math.Min(words.Count, 6); start++)
        {
            if (FindMake(words, start, out _, out _) || FindMakeJoinedToModel(words[start], out _, out _) || FindMakeByModel(words[start], out _, out _))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Make and model as an address names them (".../kia/rio/123.html"), when both are known; sites use their own catalogue there.</summary>
    public (string Make, string Model)? FindInAddress(Uri address)
    {
        var segments = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < segments.Length; i++)
        {
            if (_makes.TryGetValue(NameKey.Of(segments[i]), out var make)
                && make.TryGetModel(NameKey.Of(segments[i + 1]), out var model))
            {
                return (make.Name, model);
            }
        }
        return null;
    }

    private string? NormalizeModel(MakeNames make, string? model)
    {
        var words = NameWords.Split(model);
        if (words.Count == 0)
        {
            return null;
        }
        var start = make.FindModel(words, 0) is null ? SkipMake(words, 0, make) : 0;
        return make.FindModel(words, start) ?? NameWords.Clean(model);
    }

    private bool FindMake(IReadOnlyList<string> words, int start, out MakeNames make, out int next)
    {
        for (var length = Math.Min(3, words.Count - start); length > 0; length--)
        {
            if (_makes.TryGetValue(NameKey.Of(NameWords.Join(words, start, length)), out make!))
            {
                next = start + length;
                return true;
            }
        }
        make = null!;
        next = start;
        return false;
    }

    // "ВАЗ (LADA) Granta" names the make twice; "Mini" is a make and a model, so a make is only skipped when more follows.
    private int SkipMake(IReadOnlyList<string> words, int start, MakeNames make)
    {
        while (start < words.Count - 1 && FindMake(words, start, out var again, out var next) && again == make && next < words.Count
            && make.FindModel(words, start) is null)
        {
            start = next;
        }
        return start;
    }

    private bool FindMakeJoinedToModel(string word, out MakeNames make, out string model)
    {
        var key = NameKey.Of(word); // Mazda3
        for (var length = key.Length - 1; length >= 3; length--)
        {
            if (char.IsDigit(key[length]) && _makes.TryGetValue(key[..length], out make!) && make.TryGetModel(key[length..], out model!))
            {
                return true;
            }
        }
        make = null!;
        model = "";
        return false;
    }

    private bool FindMakeByModel(string word, out MakeNames make, out string model)
    {
        model = "";
        var key = NameKey.Of(word);
        return _makesByUniqueModel.TryGetValue(key, out make!) && make.TryGetModel(key, out model!);
    }

    private static (string? Make, string? Model) FirstWordAsMake(IReadOnlyList<string> words) =>
        words.Count >= 2 && char.IsLetter(words[0][0]) && !words[0].All(char.IsLower)
            ? (words[0], NameWords.UnknownModel(words, 1))
            : (null, null);
}
