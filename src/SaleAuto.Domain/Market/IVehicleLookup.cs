using SaleAuto.Cars;

namespace SaleAuto.Market;

/// <summary>Finds a car by its plate. A plate may move to another car, so an answer is valid for its date only.</summary>
public interface IVehicleLookup
{
    /// <summary>The car, or null when the registry does not know the plate.</summary>
    /// <exception cref="SourceUnavailableException">The registry could not be asked.</exception>
    /// <exception cref="SourceBlockedException">The registry refuses us.</exception>
    Task<VehicleRecord?> FindAsync(PlateNumber plate, CancellationToken cancellationToken);
}

/// <summary>A car as the registry knows it; make and model are canonical where the dictionary knows them.</summary>
public sealed record VehicleRecord
{
    /// <summary>Make.</summary>
    public required string Make { get; init; }

    /// <summary>Model.</summary>
    public required string Model { get; init; }

    /// <summary>Year of production.</summary>
    public required int Year { get; init; }

    /// <summary>Vehicle identification number (ISO 3779), if known.</summary>
    public string? Vin { get; init; }

    /// <summary>Engine power in horsepower, if known.</summary>
    public int? PowerHp { get; init; }

    /// <summary>Engine displacement in litres, if known.</summary>
    public decimal? EngineLitres { get; init; }

    /// <summary>See <see cref="Valuations.VehicleSpec.Fuel"/>.</summary>
    public string? Fuel { get; init; }

    /// <summary>See <see cref="Valuations.VehicleSpec.Gearbox"/>.</summary>
    public string? Gearbox { get; init; }

    /// <summary>See <see cref="Valuations.VehicleSpec.Drive"/>.</summary>
    public string? Drive { get; init; }
}
