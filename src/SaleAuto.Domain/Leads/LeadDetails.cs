using SaleAuto.Cars;

namespace SaleAuto.Leads;

/// <summary>What a client tells beside name and phone; everything is optional but the plate of a purchase.</summary>
public sealed record LeadDetails
{
    /// <summary>Plate of the car.</summary>
    public PlateNumber? Plate { get; init; }

    /// <summary>Odometer reading, kilometres.</summary>
    public int? MileageKm { get; init; }

    /// <summary>Condition.</summary>
    public CarCondition? Condition { get; init; }

    /// <summary>Where the client heard of us.</summary>
    public LeadSource? Source { get; init; }

    /// <summary>Campaign tags of the visit.</summary>
    public LeadUtm? Utm { get; init; }
}

/// <summary>Campaign tags of a visit.</summary>
public sealed record LeadUtm(string? Source, string? Medium, string? Campaign, string? Content, string? Term);

/// <summary>A request that a manager took down while the client was on the phone.</summary>
/// <param name="StaffId">Who took it.</param>
/// <param name="Note">What the client said.</param>
/// <param name="CallAt">When the client wants to be called, UTC; null leaves it to the settings.</param>
public sealed record StaffEntry(Guid StaffId, string? Note, DateTime? CallAt);
