namespace SaleAuto.Deals;

/// <summary>When and where the seller meets the client.</summary>
public sealed record MeetingPlan
{
    /// <summary>Start, UTC.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>How long the seller is busy, minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>IANA name of the time zone of the place.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Address of the place.</summary>
    public required string Address { get; init; }

    /// <summary>Latitude of the place, degrees.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Longitude of the place, degrees.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>What the seller should know.</summary>
    public string? Note { get; init; }

    /// <summary>End, UTC.</summary>
    public DateTime EndsAt => StartsAt.AddMinutes(Minutes);
}

/// <summary>The price that the client was told, roubles; both ends are the same when a manager named one price.</summary>
public sealed record OfferedPrice(decimal? Low, decimal? High);
