namespace SaleAuto.Accounting.Distributions;

/// <summary>Figures of a sold car, and who worked on it.</summary>
public sealed record SoldCar
{
    /// <summary>The car.</summary>
    public required Guid CarId { get; init; }

    /// <summary>Its resale.</summary>
    public required Guid ResaleId { get; init; }

    /// <summary>What it was sold for, roubles.</summary>
    public required decimal ResaleAmount { get; init; }

    /// <summary>What was paid for it and spent on it.</summary>
    public required CarCosts Costs { get; init; }

    /// <summary>When the money of the resale came, UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Who sold it.</summary>
    public required Guid SellingSellerId { get; init; }

    /// <summary>Resale less buyout and expenses.</summary>
    public decimal Profit => ResaleAmount - Costs.BuyoutPrice - Costs.Expenses;

    /// <summary>The day of the sale.</summary>
    public DateOnly SoldOn(TimeZoneInfo zone) => CompanyDays.DayOf(ReceivedAt, zone);

    /// <summary>What the policy looks at.</summary>
    public CarResult ToResult(TimeZoneInfo zone) => new()
    {
        Profit = Profit,
        DaysInStock = Math.Max(0, SoldOn(zone).DayNumber - CompanyDays.DayOf(Costs.BoughtAt, zone).DayNumber),
        ManagerId = Costs.ManagerId,
        BuyingSellerId = Costs.BuyingSellerId,
        SellingSellerId = SellingSellerId,
    };
}

/// <summary>How a car came to us, and what was spent on it.</summary>
/// <param name="BuyoutPrice">What was paid for it, roubles.</param>
/// <param name="Expenses">What was spent on it, roubles.</param>
/// <param name="BoughtAt">When it became ours, UTC.</param>
/// <param name="ManagerId">Who planned the purchase; null for a car entered by hand.</param>
/// <param name="BuyingSellerId">Who bought it; null for a car entered by hand.</param>
public sealed record CarCosts(decimal BuyoutPrice, decimal Expenses, DateTime BoughtAt, Guid? ManagerId, Guid? BuyingSellerId);

/// <summary>Reads what cars cost and brought.</summary>
public interface ISoldCarQuery
{
    /// <summary>How the car came to us, and what was spent on it so far.</summary>
    Task<CarCosts> GetCostsAsync(Guid carId, CancellationToken cancellationToken);

    /// <summary>Cars whose money came in the time, UTC, the end not included, oldest first; one command.</summary>
    Task<IReadOnlyList<SoldCar>> GetSoldAsync(DateTime from, DateTime to, int most, CancellationToken cancellationToken);
}
