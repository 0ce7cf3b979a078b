using Microsoft.Extensions.Options;
using SaleAuto.Market;

namespace SaleAuto.Sandbox;

/// <summary>The settings of the sandbox's own sites: what a company would write into its configuration for real ones.</summary>
internal sealed class SandboxMarketDefaults : IPostConfigureOptions<MarketOptions>
{
    // Sites and registry are one host here, and a plate of region 197 makes the registry fail on purpose: that must not stop the rest.
    private static readonly PolitenessOptions Politeness = new()
    {
        Delay = TimeSpan.Zero,
        Concurrency = 4,
        MaxPages = 10,
        BreakerRequests = int.MaxValue,
    };

    public void PostConfigure(string? name, MarketOptions options)
    {
        if (options.Sources.Count == 0)
        {
            options.Sources =
            [
                Source("sandbox-ads", SandboxSite.Ads, new ExtractionRules()),
                Source("sandbox-board", SandboxSite.Board, BoardRules),
                Source("sandbox-dealers", SandboxSite.Dealers, new ExtractionRules()),
            ];
        }
        if (options.PlateRegistry.Length == 0)
        {
            options.PlateRegistry = "/sandbox/registry";
            options.Registry = options.Registry with { Politeness = options.Registry.Politeness with { BreakerRequests = int.MaxValue } };
        }
    }

    private static ExtractionRules BoardRules => new()
    {
        Card = ".card",
        Title = ".card__title",
        Link = ".card__title",
        Price = ".card__price",
        Mileage = ".card__mileage",
        Specs = ".card__specs",
        City = ".card__city",
        Date = "time",
        SoldMarker = ".card__sold",
        Next = "a[rel=next]",
        Empty = ".empty-result",
    };

    private static SourceOptions Source(string name, SandboxSite site, ExtractionRules rules) => new()
    {
        Name = name,
        BaseAddress = $"/sandbox/market/{SandboxMarket.PathOf(site)}",
        SearchPath = "{make}/{model}?yearFrom={yearFrom}&yearTo={yearTo}&page={page}",
        Extraction = rules,
        Politeness = Politeness,
    };
}
