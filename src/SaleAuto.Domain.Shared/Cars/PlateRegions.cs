using System.Collections.Frozen;

namespace SaleAuto.Cars;

/// <summary>Region codes of Russian plates with the region's Russian name. The list is data and grows: a missing code is a hint, not an error.</summary>
public static class PlateRegions
{
    private static readonly FrozenDictionary<string, string> Names = Load();

    /// <summary>Name of the region, such as <c>Москва</c> for 77, or null when the code is not in the list.</summary>
    public static string? FindName(string code) => Names.GetValueOrDefault(code);

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(PlateRegions).Assembly.GetManifestResourceStream("plate-region-codes.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine(); // header: code,region,subject_code,iso_3166_2
        var names = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            names[cells[0]] = cells[1];
        }
        return names.ToFrozenDictionary();
    }
}
