namespace SaleAuto.Accounting.Distributions;

/// <summary>What the books say of a car that was sold or given up, and who worked on it.</summary>
public sealed record SoldCar
{
    /// <summary>The car.</summary>
    public required Guid CarId { get; init; }

    /// <summary>Number, make and model.</summary>
    public required string CarName { get; init; }

    /// <summary>Its resale; null for a car that was given up.</summary>
    public Guid? ResaleId { get; init; }

    /// <summary>What it was sold for, roubles; nothing for a car that was given up.</summary>
    public required decimal ResaleAmount { get; init; }

    /// <summary>What it brought by the books, before it was shared out, roubles; negative for a loss.</summary>
    public required decimal Profit { get; init; }

    /// <summary>When it became ours, UTC.</summary>
    public required DateTime BoughtAt { get; init; }

    /// <summary>When the money of the resale came, or the car was given up, UTC.</summary>
    public required DateTime LeftAt { get; init; }

    /// <summary>Who planned the purchase; null for a car entered by hand.</summary>
    public Guid? ManagerId { get; init; }

    /// <summary>Who bought it; null for a car entered by hand.</summary>
    public Guid? BuyingSellerId { get; init; }

    /// <summary>Who sold it; null for a car that was given up.</summary>
    public Guid? SellingSellerId { get; init; }

    /// <summary>The day of the sale, or of giving up.</summary>
    public DateOnly SoldOn(TimeZoneInfo zone) => DayOf(LeftAt, zone);

    /// <summary>What the policy looks at.</summary>
    public CarResult ToResult(TimeZoneInfo zone) => new()
    {
        Profit = Profit,
        DaysInStock = Math.Max(0, SoldOn(zone).DayNumber - DayOf(BoughtAt, zone).DayNumber),
        ManagerId = ManagerId,
        BuyingSellerId = BuyingSellerId,
        SellingSellerId = SellingSellerId,
    };

    private static DateOnly DayOf(DateTime at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone));
}

/// <summary>Reads what cars brought that were sold or given up.</summary>
public interface ISoldCarQuery
{
    /// <summary>Cars whose money came, or that were given up, in the time, UTC, the end not included, oldest first.</summary>
    Task<IReadOnlyList<SoldCar>> GetSoldAsync(DateTime start, DateTime end, int most, CancellationToken cancellationToken);
}
