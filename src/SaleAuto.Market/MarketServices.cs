using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SaleAuto.Market;

/// <summary>Wiring of vehicle lookup and market search.</summary>
public static class MarketServices
{
    /// <summary>Adds <see cref="IVehicleLookup"/> and <see cref="IMarketSearch"/>. The host brings repositories, unit of work and the blob container.</summary>
    public static IServiceCollection AddMarket(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MarketOptions>()
            .Configure(options => Bind(options, configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<MarketOptions>, MarketOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);

        services.TryAddSingleton<IHostResolver, DnsHostResolver>();
        services.AddSingleton<AddressGuard>();
        services.AddSingleton<PolitePages>();
        services.AddSingleton<PageMemory>();
        services.AddSingleton<RobotsGate>();
        services.AddSingleton<IPageFetcher, PageFetcher>();

        services.TryAddSingleton(VehicleNames.Shipped);
        services.TryAddSingleton<IListingExtractor, ListingExtractor>();
        services.AddSingleton<BaseAddresses>();
        services.AddSingleton<RawPages>();
        services.AddSingleton<MarketRecords>();
        services.AddSingleton(CreateSources);
        services.AddSingleton<IMarketSearch, MarketSearch>();
        services.AddSingleton<IVehicleLookup, RegistryVehicleLookup>();
        return services;
    }

    private static void Bind(MarketOptions options, IConfiguration configuration)
    {
        var section = configuration.GetSection(MarketOptions.Section);
        options.PlateRegistry = section[nameof(MarketOptions.PlateRegistry)] ?? "";
        options.Sources = [.. SourcePresets.Complete(section.GetSection(nameof(MarketOptions.Sources)))];
        section.GetSection(nameof(MarketOptions.Fetching)).Bind(options.Fetching);
        section.GetSection(nameof(MarketOptions.Registry)).Bind(options.Registry);
        options.CacheAge = section.GetValue(nameof(MarketOptions.CacheAge), options.CacheAge);
        options.SearchTimeout = section.GetValue(nameof(MarketOptions.SearchTimeout), options.SearchTimeout);
        options.RawPagesPerSource = section.GetValue(nameof(MarketOptions.RawPagesPerSource), options.RawPagesPerSource);
        options.RawPageBytes = section.GetValue(nameof(MarketOptions.RawPageBytes), options.RawPageBytes);
        if (options.Fetching.UserAgent.Length == 0)
        {
            // Whoever runs a site must be able to see who asks.
            options.Fetching.UserAgent = configuration["PublicUrl"] is { Length: > 0 } home ? $"SaleAutoBot/1.0 (+{home})" : "SaleAutoBot/1.0";
        }
    }

    private static IReadOnlyList<IMarketSource> CreateSources(IServiceProvider services) =>
    [
        .. services.GetRequiredService<IOptions<MarketOptions>>().Value.Sources
            .Where(site => site.Enabled)
            .Select(site => ActivatorUtilities.CreateInstance<HttpMarketSource>(services, site)),
    ];
}
