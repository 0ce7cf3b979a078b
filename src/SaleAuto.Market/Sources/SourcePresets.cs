using Microsoft.Extensions.Configuration;

namespace SaleAuto.Market;

/// <summary>Shipped settings of known sites. An entry of <c>Market:Sources</c> takes from the preset of its name what it does not set itself.</summary>
internal static class SourcePresets
{
    private const string File = "source-presets.json";

    private static readonly IConfigurationRoot Presets = Load();

    /// <summary>The entries of the section, completed.</summary>
    public static IEnumerable<SourceOptions> Complete(IConfigurationSection sources) =>
        sources.GetChildren().Select(entry => Combine(FindRules(entry["Name"]), FindPreset(entry["Name"]), entry));

    // The selectors of the site, as they are shipped beside the extractor.
    private static IEnumerable<KeyValuePair<string, string?>> FindRules(string? name)
    {
        using var stream = typeof(SourcePresets).Assembly.GetManifestResourceStream($"extraction/{name?.ToLowerInvariant()}.json");
        return stream is null
            ? []
            : [.. new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable().Select(pair =>
                KeyValuePair.Create($"{nameof(SourceOptions.Extraction)}:{pair.Key}", pair.Value))];
    }

    private static IConfigurationSection? FindPreset(string? name) =>
        Presets.GetSection("Sources").GetChildren().FirstOrDefault(preset => string.Equals(preset["Name"], name, StringComparison.OrdinalIgnoreCase));

    // Laid over each other key by key: binding twice would append to lists instead of replacing their items.
    private static SourceOptions Combine(IEnumerable<KeyValuePair<string, string?>> rules, IConfigurationSection? preset, IConfigurationSection entry)
    {
        var layers = new ConfigurationBuilder().AddInMemoryCollection(rules);
        if (preset is not null)
        {
            layers.AddInMemoryCollection(preset.AsEnumerable(makePathsRelative: true));
        }
        return layers.AddInMemoryCollection(entry.AsEnumerable(makePathsRelative: true)).Build().Get<SourceOptions>() ?? new SourceOptions();
    }

    private static IConfigurationRoot Load()
    {
        using var stream = typeof(SourcePresets).Assembly.GetManifestResourceStream(File)!;
        return new ConfigurationBuilder().AddJsonStream(stream).Build();
    }
}
