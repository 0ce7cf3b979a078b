using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;
using SaleAuto.Cars;

namespace SaleAuto.Reports;

/// <summary>The cars that were in stock when a day ended, as the books say it: what a car cost is on its account of the stock until it leaves.</summary>
internal static class StockAtDay
{
    // A car leaves the stock and the books in one transaction; between the two clocks there is less than a day.
    private const int DaysOfGrace = 2;

    /// <summary>Cars with what they had cost, none without.</summary>
    public static IQueryable<StockedCar> StockAt(this SaleAutoDbContext db, DateOnly day)
    {
        var gone = DateTime.SpecifyKind(day.AddDays(-DaysOfGrace).ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
        return db.Set<Car>().IgnoreQueryFilters()
            .Where(car => car.LeftAt == null || car.LeftAt >= gone)
            .Select(car => new StockedCar
            {
                Car = car,
                Kopecks = (db.Set<LedgerEntry>().Where(x => x.DebitAccount == LedgerAccount.Stock && x.DebitOwnerId == car.Id && x.Day <= day).Sum(x => (long?)x.Kopecks) ?? 0)
                    - (db.Set<LedgerEntry>().Where(x => x.CreditAccount == LedgerAccount.Stock && x.CreditOwnerId == car.Id && x.Day <= day).Sum(x => (long?)x.Kopecks) ?? 0),
            })
            .Where(x => x.Kopecks != 0);
    }
}

/// <summary>A car in stock.</summary>
internal sealed class StockedCar
{
    /// <summary>The car.</summary>
    public required Car Car { get; init; }

    /// <summary>What it had cost.</summary>
    public required long Kopecks { get; init; }
}
