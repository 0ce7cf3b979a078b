using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;

namespace SaleAuto.Reports.Money;

/// <summary>Profit by month, and what is left of it after the costs of the company.</summary>
internal sealed class MonthProfitReport(SaleAutoDbContext db, IOwnerMoneyQuery money) : IMoneyReport
{
    public string Name => "months";

    public int Order => 20;

    public ReportFilters Filters => ReportFilters.From;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("Month", ReportColumnKind.Month), new("Sold", ReportColumnKind.Count, HasTotal: true), new("Cost", ReportColumnKind.Money, HasTotal: true),
        new("Revenue", ReportColumnKind.Money, HasTotal: true), new("Profit", ReportColumnKind.Money, HasTotal: true), new("Return", ReportColumnKind.Share, HasTotal: true),
        new("CompanyCosts", ReportColumnKind.Money, HasTotal: true), new("Result", ReportColumnKind.Money, HasTotal: true),
    ];

    public async Task<ReportRows> ReadAsync(ReportFilter filter, int most, CancellationToken cancellationToken)
    {
        var days = filter.Days;
        var sales = (await money.GetMonthsAsync(days, cancellationToken)).ToDictionary(x => new DateOnly(x.Year, x.Month, 1));
        var costs = await db.Set<LedgerEntry>()
            .Where(x => x.Kind == LedgerEntryKind.Cost && x.Day >= days.From && x.Day <= days.To)
            .GroupBy(x => new { x.Day.Year, x.Day.Month })
            .Select(all => new { all.Key.Year, all.Key.Month, Kopecks = all.Sum(x => x.DebitAccount == LedgerAccount.Costs ? x.Kopecks : -x.Kopecks) })
            .ToDictionaryAsync(x => new DateOnly(x.Year, x.Month, 1), x => x.Kopecks / 100m, cancellationToken);
        var months = sales.Keys.Union(costs.Keys).Order().ToList();
        return new ReportRows(
            [.. months.Take(most).Select(x => new ReportLine([x, .. Cells(sales.TryGetValue(x, out var sale) ? [sale] : [], costs.GetValueOrDefault(x))]))],
            months.Count,
            [null, .. Cells([.. sales.Values], costs.Values.Sum())]);
    }

    private static object?[] Cells(IReadOnlyCollection<MonthSum> sales, decimal costs)
    {
        var (revenue, profit) = (sales.Sum(x => x.Revenue), sales.Sum(x => x.Revenue - x.Cost));
        return [sales.Sum(x => x.Sold), .. ProfitCells.Of(revenue, profit), costs, profit - costs];
    }
}
