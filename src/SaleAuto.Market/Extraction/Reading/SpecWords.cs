namespace SaleAuto.Market;

/// <summary>Fuel, gearbox and drive in the words of the valuation.</summary>
internal static class SpecWords
{
    private static readonly char[] PartEnds = [',', '•', '·', '|', '/', ';', '\n', '(', ')'];

    private static readonly (string Stem, string Word)[] Fuels =
    [
        ("гибрид", "hybrid"), ("hybrid", "hybrid"), ("электро", "electric"), ("electr", "electric"), ("дизель", "diesel"), ("diesel", "diesel"),
        ("бензин", "petrol"), ("petrol", "petrol"), ("gasoline", "petrol"), ("газ", "gas"), ("гбо", "gas"), ("lpg", "gas"), ("cng", "gas"), ("gas", "gas"),
    ];

    private static readonly (string Stem, string Word)[] Gearboxes =
    [
        ("робот", "robot"), ("robot", "robot"), ("ркпп", "robot"), ("amt", "robot"), ("dsg", "robot"), ("вариатор", "variator"), ("variator", "variator"), ("cvt", "variator"),
        ("автомат", "automatic"), ("акпп", "automatic"), ("automatic", "automatic"), ("механ", "manual"), ("мкпп", "manual"), ("manual", "manual"), ("mechanical", "manual"),
    ];

    private static readonly (string Stem, string Word)[] Drives =
    [
        ("передний", "front"), ("front", "front"), ("fwd", "front"), ("forward", "front"), ("задний", "rear"), ("rear", "rear"), ("rwd", "rear"),
        ("полный", "all"), ("подключаемый полный", "all"), ("4wd", "all"), ("awd", "all"), ("all", "all"), ("4x4", "all"), ("4х4", "all"), ("fourwheel", "all"),
    ];

    /// <summary>Fuel of a field; a word that is not known comes back in lower case.</summary>
    public static string? Fuel(string? field) => OfField(field, Fuels);

    /// <summary>Gearbox of a field.</summary>
    public static string? Gearbox(string? field) => OfField(field, Gearboxes);

    /// <summary>Driven wheels of a field.</summary>
    public static string? Drive(string? field) => OfField(field, Drives);

    /// <summary>Fills what a line such as "1.6 AT (123 л.с.), седан, передний, бензин" says; only whole parts count, so that prose says nothing.</summary>
    public static void FillFromLine(string line, ListingDraft draft)
    {
        draft.EngineLitres ??= CarFacts.Litres(line);
        draft.PowerHp ??= CarFacts.Power(line);
        foreach (var range in line.AsSpan().SplitAny(PartEnds))
        {
            var part = line.AsSpan(range).Trim();
            if (part.Length is < 2 or > 24)
            {
                continue;
            }
            draft.Fuel ??= OfPart(part, Fuels);
            draft.Gearbox ??= OfPart(part, Gearboxes) ?? (part.EndsWith(" AT", StringComparison.Ordinal) ? "automatic" : part.EndsWith(" MT", StringComparison.Ordinal) ? "manual" : null);
            draft.Drive ??= OfPart(part, Drives);
        }
    }

    private static string? OfField(string? field, (string Stem, string Word)[] words)
    {
        var plain = PlainText.Of(LastSegment(field));
        return plain.Length is 0 or > 60 ? null : OfPart(plain, words) ?? Contained(plain, words) ?? plain.ToLowerInvariant();
    }

    // schema.org values may be addresses: https://schema.org/FrontWheelDriveConfiguration
    private static string? LastSegment(string? field) =>
        field?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? field[(field.LastIndexOf('/') + 1)..] : field;

    private static string? OfPart(ReadOnlySpan<char> part, (string Stem, string Word)[] words)
    {
        foreach (var (stem, word) in words)
        {
            if (part.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }
        return null;
    }

    private static string? Contained(string field, (string Stem, string Word)[] words) =>
        words.FirstOrDefault(word => word.Stem.Length > 3 && field.Contains(word.Stem, StringComparison.OrdinalIgnoreCase)).Word;
}
