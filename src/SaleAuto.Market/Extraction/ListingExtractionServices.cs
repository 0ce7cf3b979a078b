using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Market;

/// <summary>Wires page extraction.</summary>
public static class ListingExtractionServices
{
    /// <summary>Adds <see cref="IListingExtractor"/> and the shipped <see cref="VehicleNames"/>.</summary>
    public static IServiceCollection AddListingExtraction(this IServiceCollection services) =>
        services.AddSingleton(VehicleNames.Shipped).AddSingleton<IListingExtractor, ListingExtractor>();
}
