namespace SaleAuto.Sandbox;

/// <summary>A used car that somebody in the sandbox sells, on one of its sites or on several.</summary>
public sealed record SandboxCar
{
    public required string Id { get; init; }

    public required SandboxModel Model { get; init; }

    public required int Year { get; init; }

    public required int MileageKm { get; init; }

    public required string Gearbox { get; init; }

    public required string City { get; init; }

    public required int DaysOnSale { get; init; }

    /// <summary>What the owner asks; null: on request.</summary>
    public required decimal? Price { get; init; }

    public required bool IsSold { get; init; }

    public required IReadOnlySet<SandboxSite> Sites { get; init; }

    public string Title => $"{Model.Make} {Model.Model}, {Year}";
}

/// <summary>The car sites of the sandbox. They differ in how their pages are built, as real ones do.</summary>
public enum SandboxSite
{
    /// <summary>Many private adverts; schema.org as JSON-LD.</summary>
    Ads,

    /// <summary>A bulletin board; nothing but cards.</summary>
    Board,

    /// <summary>Dealers; schema.org as microdata.</summary>
    Dealers,
}
