using SaleAuto.Entities;

namespace SaleAuto.Market;

/// <summary>What one source answered to one query, kept so that the next car of the same model and year costs no request.</summary>
public class MarketSnapshot : AggregateRoot<Guid>
{
    /// <summary>Name of the source.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Make asked for.</summary>
    public string Make { get; private set; } = "";

    /// <summary>Model asked for.</summary>
    public string Model { get; private set; } = "";

    /// <summary>First year asked for.</summary>
    public int YearFrom { get; private set; }

    /// <summary>Last year asked for.</summary>
    public int YearTo { get; private set; }

    /// <summary>When the source answered, UTC.</summary>
    public DateTime TakenAt { get; private set; }

    /// <summary>The adverts; none when the source said that it has none.</summary>
    public IReadOnlyList<MarketListing> Listings { get; private set; } = [];

    private MarketSnapshot() // EF Core
    {
    }

    /// <summary>Keeps an answer.</summary>
    public MarketSnapshot(Guid id, string source, MarketQuery query, IReadOnlyList<MarketListing> listings, DateTime takenAt)
        : base(id)
    {
        Source = Check.NotNullOrWhiteSpace(source, nameof(source), MarketConsts.MaxSourceLength);
        Make = Check.NotNullOrWhiteSpace(query.Make, nameof(query), MarketConsts.MaxNameLength);
        Model = Check.NotNullOrWhiteSpace(query.Model, nameof(query), MarketConsts.MaxNameLength);
        YearFrom = query.YearFrom;
        YearTo = query.YearTo;
        Renew(listings, takenAt);
    }

    /// <summary>Replaces the adverts by those of a newer answer.</summary>
    public void Renew(IReadOnlyList<MarketListing> listings, DateTime takenAt)
    {
        Listings = listings.Count > MarketConsts.MaxSnapshotListings ? [.. listings.Take(MarketConsts.MaxSnapshotListings)] : listings;
        TakenAt = takenAt;
    }

    /// <summary>Whether the answer may still be used.</summary>
    public bool IsFresh(DateTime now, TimeSpan maxAge) => now - TakenAt < maxAge;
}
