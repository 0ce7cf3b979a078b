using System.Text.Json;

namespace SaleAuto.Market;

/// <summary>The rules that come with the program, one JSON file a site under Extraction/Sites.</summary>
public static class ShippedRules
{
    private static readonly Lazy<IReadOnlyList<ExtractionRules>> LazyAll = new(Load);

    /// <summary>Rules of every known site; the generic ones are last.</summary>
    public static IReadOnlyList<ExtractionRules> All => LazyAll.Value;

    /// <summary>Rules for any site that speaks schema.org or shows cards with price, year and mileage.</summary>
    public static ExtractionRules Generic => All[^1];

    /// <summary>Rules by the host of an address: the site's own, or the generic ones under the host's name.</summary>
    public static ExtractionRules For(Uri address) =>
        All.FirstOrDefault(rules => rules.Hosts.Any(host => IsHostOf(address, host))) ?? Generic with { Source = address.Host };

    private static bool IsHostOf(Uri address, string host) =>
        address.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase);

    private static List<ExtractionRules> Load()
    {
        var assembly = typeof(ShippedRules).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("extraction/", StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<ExtractionRules>(stream, JsonSerializerOptions.Web)!;
            })
            .OrderBy(rules => rules.Hosts.Count == 0)
            .ToList();
    }
}
