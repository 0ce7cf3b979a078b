using SaleAuto.Cars;

namespace SaleAuto.Deals;

/// <summary>What surrounds a deal: its client, its lead, what the valuation knows of the car.</summary>
public interface ISellerDealQuery
{
    /// <summary>The seller's open deals, soonest first; one command.</summary>
    Task<IReadOnlyList<SellerDealRow>> GetOpenAsync(Guid sellerId, int most, CancellationToken cancellationToken);

    /// <summary>What is known around a deal; one command.</summary>
    Task<DealBackground> GetBackgroundAsync(Guid dealId, CancellationToken cancellationToken);
}

/// <summary>An open deal of a seller.</summary>
public sealed record SellerDealRow(Deal Deal, KnownCar Car);

/// <summary>A car as lead and valuation know it.</summary>
/// <param name="Plate">Canonical plate.</param>
/// <param name="Make">Make from the registry.</param>
/// <param name="Model">Model from the registry.</param>
/// <param name="Year">Year from the registry.</param>
/// <param name="Vin">VIN from the registry.</param>
public sealed record KnownCar(string? Plate, string? Make, string? Model, int? Year, string? Vin);

/// <summary>What is known around a deal.</summary>
public sealed record DealBackground
{
    /// <summary>How to address the client.</summary>
    public required string? ClientName { get; init; }

    /// <summary>The client's phone, E.164.</summary>
    public required string ClientPhone { get; init; }

    /// <summary>Number of the lead.</summary>
    public required string LeadNumber { get; init; }

    /// <summary>The car.</summary>
    public required KnownCar Car { get; init; }

    /// <summary>Mileage that the client declared, kilometres.</summary>
    public required int? DeclaredMileageKm { get; init; }

    /// <summary>Condition that the client declared.</summary>
    public required CarCondition? DeclaredCondition { get; init; }

    /// <summary>The car in stock, once the deal is completed.</summary>
    public required Guid? CarId { get; init; }

    /// <summary>The seller's name.</summary>
    public required string SellerName { get; init; }

    /// <summary>Who answered the question of the price.</summary>
    public required string? ApprovedByName { get; init; }
}

/// <summary>Requests for another seller as the sellers see them.</summary>
public interface IReassignmentQuery
{
    /// <summary>Open requests, soonest meeting first; one command.</summary>
    Task<IReadOnlyList<ReassignmentRow>> GetOpenAsync(int most, CancellationToken cancellationToken);

    /// <summary>A request, or null; one command.</summary>
    Task<ReassignmentRow?> FindAsync(Guid requestId, CancellationToken cancellationToken);

    /// <summary>Names of people; one command.</summary>
    Task<IReadOnlyDictionary<Guid, string>> GetNamesAsync(IReadOnlyCollection<Guid> staffIds, CancellationToken cancellationToken);
}

/// <summary>A request with its deal.</summary>
public sealed record ReassignmentRow(ReassignmentRequest Request, Deal Deal, KnownCar Car, string FromSellerName);
