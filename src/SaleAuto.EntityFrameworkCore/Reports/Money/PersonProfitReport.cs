using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Resales;

namespace SaleAuto.Reports.Money;

/// <summary>Profit by who sold the car, or gave it up.</summary>
internal sealed class PersonProfitReport(SaleAutoDbContext db) : IMoneyReport
{
    public string Name => "people";

    public int Order => 30;

    public string Resource => "staff";

    public ReportFilters Filters => ReportFilters.From;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("Person", ReportColumnKind.Record), new("Sold", ReportColumnKind.Count, HasTotal: true), new("Cost", ReportColumnKind.Money, HasTotal: true),
        new("Revenue", ReportColumnKind.Money, HasTotal: true), new("Profit", ReportColumnKind.Money, HasTotal: true), new("Return", ReportColumnKind.Share, HasTotal: true),
    ];

    public async Task<ReportRows> ReadAsync(ReportFilter filter, int most, CancellationToken cancellationToken)
    {
        var rows = await (
                from entry in db.ProfitOf(filter.Days)
                join car in db.Set<Car>().IgnoreQueryFilters() on entry.CarId equals car.Id
                join sale in db.Set<Resale>().IgnoreQueryFilters() on entry.DocumentId equals sale.Id into sales
                from sale in sales.DefaultIfEmpty()
                select new { SellerId = sale == null ? car.SellerId : sale.SellerId, entry.Kind, entry.Kopecks, Comes = entry.CreditAccount == LedgerAccount.CarProfit })
            .GroupBy(x => x.SellerId)
            .Select(all => new
            {
                Id = all.Key,
                Sold = all.Sum(x => x.Kind != LedgerEntryKind.Resale ? 0 : x.Comes ? 1 : -1),
                Revenue = all.Sum(x => x.Kind != LedgerEntryKind.Resale ? 0 : x.Comes ? x.Kopecks : -x.Kopecks),
                Profit = all.Sum(x => x.Comes ? x.Kopecks : -x.Kopecks),
            })
            .Join(db.Users.IgnoreQueryFilters(), x => x.Id, x => x.Id, (sum, person) => new { sum.Id, person.FullName, sum.Sold, sum.Revenue, sum.Profit })
            .OrderByDescending(x => x.Profit).ThenBy(x => x.FullName)
            .ToListAsync(cancellationToken); // as many as there are people
        return new ReportRows(
            [.. rows.Take(most).Select(x => new ReportLine([x.FullName, x.Sold, .. ProfitCells.Of(x.Revenue / 100m, x.Profit / 100m)], x.Id))],
            rows.Count,
            [null, rows.Sum(x => x.Sold), .. ProfitCells.Of(rows.Sum(x => x.Revenue) / 100m, rows.Sum(x => x.Profit) / 100m)]);
    }
}
