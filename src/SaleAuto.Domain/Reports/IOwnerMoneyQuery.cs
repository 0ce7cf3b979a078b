using SaleAuto.Accounting;
using SaleAuto.Expenses;

namespace SaleAuto.Reports;

/// <summary>What the books say to the owners. Entries bear the day on which they were recorded, so that the figures of past days stay as they were.</summary>
public interface IOwnerMoneyQuery
{
    /// <summary>Sales of the days, and of as many days before; one command.</summary>
    Task<(SalesSum Now, SalesSum Before)> GetSalesAsync(ReportDays days, CancellationToken cancellationToken);

    /// <summary>Profit of what was recorded between two moments (UTC, the end not included), roubles.</summary>
    /// <param name="from">Since when.</param>
    /// <param name="until">Until when.</param>
    /// <param name="days">The days of the company's time zone that they lie in.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<decimal> GetProfitAsync(DateTime from, DateTime until, ReportDays days, CancellationToken cancellationToken);

    /// <summary>Profit by month; months without a sale are left out. One command.</summary>
    Task<IReadOnlyList<MonthSum>> GetMonthsAsync(ReportDays days, CancellationToken cancellationToken);

    /// <summary>What the cars in stock had cost around the days; one command.</summary>
    Task<StockValues> GetStockValuesAsync(ReportDays days, CancellationToken cancellationToken);

    /// <summary>Cars in stock at the end of a day, by age: how many were bought at or after each of the moments and before the one in front of it; the last row holds all older ones. One command.</summary>
    Task<IReadOnlyList<StockSum>> GetStockAgesAsync(DateOnly day, IReadOnlyList<DateTime> boughtSince, CancellationToken cancellationToken);

    /// <summary>Money in places and with sellers at the end of two days; what is empty on both is left out.</summary>
    Task<IReadOnlyList<CashSum>> GetCashAsync(DateOnly day, DateOnly before, CancellationToken cancellationToken);

    /// <summary>What was spent on cars by category, and on the company; most first.</summary>
    Task<IReadOnlyList<CostSum>> GetCostsAsync(ReportDays days, CancellationToken cancellationToken);
}

/// <summary>Sales as the books show them.</summary>
/// <param name="Sold">Cars sold.</param>
/// <param name="Revenue">What they brought, roubles.</param>
/// <param name="Cost">What they, and cars given up, had cost, roubles.</param>
public sealed record SalesSum(int Sold, decimal Revenue, decimal Cost)
{
    /// <summary>Nothing sold.</summary>
    public static SalesSum None { get; } = new(0, 0, 0);

    /// <summary>What is left, roubles; may be negative.</summary>
    public decimal Profit => Revenue - Cost;
}

/// <summary>Sales of a month.</summary>
public sealed record MonthSum(int Year, int Month, int Sold, decimal Revenue, decimal Cost);

/// <summary>What the cars in stock had cost, roubles.</summary>
/// <param name="Earlier">When the days before began.</param>
/// <param name="Start">When the days began.</param>
/// <param name="End">When the days ended.</param>
public sealed record StockValues(decimal Earlier, decimal Start, decimal End);

/// <summary>Cars in stock.</summary>
/// <param name="Cars">How many.</param>
/// <param name="Cost">What they have cost, roubles.</param>
public sealed record StockSum(int Cars, decimal Cost);

/// <summary>Money in one place, or with one seller.</summary>
/// <param name="Account">Place or advance.</param>
/// <param name="OwnerId">The place or the person.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Amount">At the end of the day, roubles; negative: a seller spent own money.</param>
/// <param name="Before">At the end of the earlier day, roubles.</param>
public sealed record CashSum(LedgerAccount Account, Guid OwnerId, string Name, decimal Amount, decimal Before);

/// <summary>Money spent.</summary>
/// <param name="Category">What on; null: costs of the company that belong to no car.</param>
/// <param name="Amount">Roubles.</param>
/// <param name="Count">How often.</param>
public sealed record CostSum(ExpenseCategory? Category, decimal Amount, int Count);
