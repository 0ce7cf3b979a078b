using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;
using SaleAuto.Expenses;

namespace SaleAuto.Reports;

internal sealed class OwnerMoneyQuery(SaleAutoDbContext db) : IOwnerMoneyQuery
{
    private IQueryable<LedgerEntry> Entries => db.Set<LedgerEntry>();

    public async Task<(SalesSum Now, SalesSum Before)> GetSalesAsync(ReportDays days, CancellationToken cancellationToken)
    {
        var sums = await db.ProfitOf(new ReportDays(days.Previous.From, days.To))
            .GroupBy(x => x.Day >= days.From)
            .Select(all => new
            {
                IsNow = all.Key,
                Sold = all.Sum(x => x.Kind != LedgerEntryKind.Resale ? 0 : x.CreditAccount == LedgerAccount.CarProfit ? 1 : -1),
                Revenue = all.Sum(x => x.Kind != LedgerEntryKind.Resale ? 0 : x.CreditAccount == LedgerAccount.CarProfit ? x.Kopecks : -x.Kopecks),
                Profit = all.Sum(x => x.CreditAccount == LedgerAccount.CarProfit ? x.Kopecks : -x.Kopecks),
            })
            .ToDictionaryAsync(x => x.IsNow, x => new SalesSum(x.Sold, x.Revenue / 100m, (x.Revenue - x.Profit) / 100m), cancellationToken);
        return (sums.GetValueOrDefault(true, SalesSum.None), sums.GetValueOrDefault(false, SalesSum.None));
    }

    public async Task<decimal> GetProfitAsync(DateTime from, DateTime until, ReportDays days, CancellationToken cancellationToken) =>
        await db.ProfitOf(days)
            .Where(x => x.PostedAt >= from && x.PostedAt < until)
            .SumAsync(x => x.CreditAccount == LedgerAccount.CarProfit ? x.Kopecks : -x.Kopecks, cancellationToken) / 100m;

    public async Task<IReadOnlyList<MonthSum>> GetMonthsAsync(ReportDays days, CancellationToken cancellationToken)
    {
        var months = await db.ProfitOf(days)
            .GroupBy(x => new { x.Day.Year, x.Day.Month })
            .Select(all => new
            {
                all.Key.Year,
                all.Key.Month,
                Sold = all.Sum(x => x.Kind != LedgerEntryKind.Resale ? 0 : x.CreditAccount == LedgerAccount.CarProfit ? 1 : -1),
                Revenue = all.Sum(x => x.Kind != LedgerEntryKind.Resale ? 0 : x.CreditAccount == LedgerAccount.CarProfit ? x.Kopecks : -x.Kopecks),
                Profit = all.Sum(x => x.CreditAccount == LedgerAccount.CarProfit ? x.Kopecks : -x.Kopecks),
            })
            .OrderBy(x => x.Year).ThenBy(x => x.Month)
            .ToListAsync(cancellationToken);
        return [.. months.Select(x => new MonthSum(x.Year, x.Month, x.Sold, x.Revenue / 100m, (x.Revenue - x.Profit) / 100m))];
    }

    public async Task<StockValues> GetStockValuesAsync(ReportDays days, CancellationToken cancellationToken)
    {
        return new StockValues(await ValueAsync(days.Previous.From.AddDays(-1)), await ValueAsync(days.From.AddDays(-1)), await ValueAsync(days.To));

        async Task<decimal> ValueAsync(DateOnly day) => await db.GetTotalAsync(LedgerAccount.Stock, day, cancellationToken) / 100m;
    }

    public async Task<IReadOnlyList<StockSum>> GetStockAgesAsync(DateOnly day, IReadOnlyList<DateTime> boughtSince, CancellationToken cancellationToken)
    {
        var (first, second, third) = (boughtSince[0], boughtSince[1], boughtSince[2]);
        var sums = await db.StockAt(day)
            .Select(x => new { x.Kopecks, Age = x.Car.BoughtAt >= first ? 0 : x.Car.BoughtAt >= second ? 1 : x.Car.BoughtAt >= third ? 2 : 3 })
            .GroupBy(x => x.Age)
            .Select(x => new { Age = x.Key, Cars = x.Count(), Kopecks = x.Sum(car => car.Kopecks) })
            .ToDictionaryAsync(x => x.Age, cancellationToken);
        return [.. Enumerable.Range(0, 4).Select(age => sums.TryGetValue(age, out var sum) ? new StockSum(sum.Cars, sum.Kopecks / 100m) : new StockSum(0, 0))];
    }

    public async Task<IReadOnlyList<CashSum>> GetCashAsync(DateOnly day, DateOnly before, CancellationToken cancellationToken)
    {
        var places = await BalancesAsync(LedgerAccount.CashPlace, day, before, cancellationToken);
        var people = await BalancesAsync(LedgerAccount.Advance, day, before, cancellationToken);
        var names = await db.Set<CashPlace>().IgnoreQueryFilters().Where(x => places.Keys.Contains(x.Id)).Select(x => new { x.Id, x.Name })
            .Concat(db.Users.IgnoreQueryFilters().Where(x => people.Keys.Contains(x.Id)).Select(x => new { x.Id, Name = x.FullName }))
            .ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        return [.. Sums(LedgerAccount.CashPlace, places), .. Sums(LedgerAccount.Advance, people)];

        IEnumerable<CashSum> Sums(LedgerAccount account, Dictionary<Guid, (long Now, long Before)> balances) =>
            balances.Select(x => new CashSum(account, x.Key, names.GetValueOrDefault(x.Key, ""), x.Value.Now / 100m, x.Value.Before / 100m))
                .OrderByDescending(x => x.Amount).ThenBy(x => x.Name, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<CostSum>> GetCostsAsync(ReportDays days, CancellationToken cancellationToken)
    {
        var spent = Entries.Where(x => x.Day >= days.From && x.Day <= days.To);
        var onCars = await spent.Where(x => x.Kind == LedgerEntryKind.Restoration)
            .Join(db.Set<Expense>().IgnoreQueryFilters(), x => x.DocumentId, x => x.Id, (entry, expense) => new { expense.Category, entry.Kopecks, IsSpent = entry.DebitAccount == LedgerAccount.Stock })
            .GroupBy(x => x.Category)
            .Select(x => new { Category = x.Key, Kopecks = x.Sum(e => e.IsSpent ? e.Kopecks : -e.Kopecks), Count = x.Sum(e => e.IsSpent ? 1 : -1) })
            .ToListAsync(cancellationToken);
        var onCompany = await spent.Where(x => x.Kind == LedgerEntryKind.Cost)
            .GroupBy(_ => 1)
            .Select(x => new { Kopecks = x.Sum(e => e.DebitAccount == LedgerAccount.Costs ? e.Kopecks : -e.Kopecks), Count = x.Sum(e => e.DebitAccount == LedgerAccount.Costs ? 1 : -1) })
            .FirstOrDefaultAsync(cancellationToken);
        var sums = onCars.Select(x => new CostSum(x.Category, x.Kopecks / 100m, x.Count)).Append(new CostSum(null, (onCompany?.Kopecks ?? 0) / 100m, onCompany?.Count ?? 0));
        return [.. sums.Where(x => x.Amount != 0).OrderByDescending(x => x.Amount).ThenBy(x => x.Category)];
    }

    private async Task<Dictionary<Guid, (long Now, long Before)>> BalancesAsync(LedgerAccount account, DateOnly day, DateOnly before, CancellationToken cancellationToken)
    {
        var now = await db.GetBalancesAsync(account, day, cancellationToken);
        var then = await db.GetBalancesAsync(account, before, cancellationToken);
        return now.Keys.Union(then.Keys).ToDictionary(x => x, x => (now.GetValueOrDefault(x), then.GetValueOrDefault(x)));
    }
}
