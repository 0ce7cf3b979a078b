namespace SaleAuto.Valuations;

/// <summary>What is known of a car for its valuation. Names are canonical, as in the make and model dictionary; unknown names are kept as found.</summary>
public sealed record VehicleSpec
{
    /// <summary>Make, such as <c>Kia</c>.</summary>
    public required string Make { get; init; }

    /// <summary>Model, such as <c>Rio</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Year of production.</summary>
    public required int Year { get; init; }

    /// <summary>Odometer reading in kilometres.</summary>
    public int? MileageKm { get; init; }

    /// <summary>Engine power in horsepower.</summary>
    public int? PowerHp { get; init; }

    /// <summary>Engine displacement in litres.</summary>
    public decimal? EngineLitres { get; init; }

    /// <summary>Fuel: petrol, diesel, hybrid, electric, gas; lower case, as the source says it otherwise.</summary>
    public string? Fuel { get; init; }

    /// <summary>Gearbox: manual, automatic, robot, variator; lower case, as the source says it otherwise.</summary>
    public string? Gearbox { get; init; }

    /// <summary>Driven wheels: front, rear, all; lower case, as the source says it otherwise.</summary>
    public string? Drive { get; init; }
}
