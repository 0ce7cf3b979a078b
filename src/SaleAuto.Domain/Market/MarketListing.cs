using SaleAuto.Valuations;

namespace SaleAuto.Market;

/// <summary>Somebody else's advert of a car, as found on a market source.</summary>
public sealed record MarketListing
{
    /// <summary>Name of the source, such as <c>drom.ru</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Address of the advert, absolute; identifies it within the source.</summary>
    public required string Url { get; init; }

    /// <summary>Title as shown.</summary>
    public required string Title { get; init; }

    /// <summary>The car. A year or mileage that could not be read is null, never 0.</summary>
    public required ListedVehicle Vehicle { get; init; }

    /// <summary>Asked price in <see cref="Currency"/>.</summary>
    public required decimal Price { get; init; }

    /// <summary>ISO 4217 code; RUR is read as RUB.</summary>
    public required string Currency { get; init; }

    /// <summary>City of the seller, when the advert names it.</summary>
    public string? City { get; init; }

    /// <summary>Day of the advert, when it says so.</summary>
    public DateOnly? PostedOn { get; init; }
}

/// <summary>The car of an advert; any part may be missing.</summary>
public sealed record ListedVehicle
{
    /// <summary>Make, canonical when the dictionary knows it.</summary>
    public string? Make { get; init; }

    /// <summary>Model, canonical when the dictionary knows it.</summary>
    public string? Model { get; init; }

    /// <summary>Year of production.</summary>
    public int? Year { get; init; }

    /// <summary>Odometer reading in kilometres.</summary>
    public int? MileageKm { get; init; }

    /// <summary>Engine power in horsepower.</summary>
    public int? PowerHp { get; init; }

    /// <summary>Engine displacement in litres.</summary>
    public decimal? EngineLitres { get; init; }

    /// <summary>See <see cref="VehicleSpec.Fuel"/>.</summary>
    public string? Fuel { get; init; }

    /// <summary>See <see cref="VehicleSpec.Gearbox"/>.</summary>
    public string? Gearbox { get; init; }

    /// <summary>See <see cref="VehicleSpec.Drive"/>.</summary>
    public string? Drive { get; init; }
}
