using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;
using SaleAuto.Cars;

namespace SaleAuto.Reports.Money;

/// <summary>Profit by car: cars sold or given up in the days. A cost that comes after the sale stands under its own day.</summary>
internal sealed class CarProfitReport(SaleAutoDbContext db) : IMoneyReport
{
    public string Name => "cars";

    public int Order => 10;

    public string Resource => "cars";

    public ReportFilters Filters => ReportFilters.From | ReportFilters.Person;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("Day", ReportColumnKind.Day), new("Car", ReportColumnKind.Record), new("CarTitle", ReportColumnKind.Text), new("Seller", ReportColumnKind.Text),
        new("Cost", ReportColumnKind.Money, HasTotal: true), new("Revenue", ReportColumnKind.Money, HasTotal: true), new("Profit", ReportColumnKind.Money, HasTotal: true),
        new("Return", ReportColumnKind.Share, HasTotal: true),
    ];

    public async Task<ReportRows> ReadAsync(ReportFilter filter, int most, CancellationToken cancellationToken)
    {
        var cars = db.Set<Car>().IgnoreQueryFilters().Where(x => filter.PersonId == null || x.SellerId == filter.PersonId);
        var entries = db.ProfitOf(filter.Days).Join(cars, x => x.CarId, x => x.Id, (entry, _) => entry);
        var sums = entries.GroupBy(x => x.CarId!.Value).Select(all => new
        {
            CarId = all.Key,
            Day = all.Max(x => x.Day),
            Revenue = all.Sum(x => x.Kind != LedgerEntryKind.Resale ? 0 : x.CreditAccount == LedgerAccount.CarProfit ? x.Kopecks : -x.Kopecks),
            Profit = all.Sum(x => x.CreditAccount == LedgerAccount.CarProfit ? x.Kopecks : -x.Kopecks),
        });
        var lines = await (
                from sum in sums
                join car in cars on sum.CarId equals car.Id
                join seller in db.Users.IgnoreQueryFilters() on car.SellerId equals seller.Id
                orderby sum.Day, car.Number
                select new { sum.Day, car.Id, car.Number, Title = car.Make + " " + car.Model, seller.FullName, sum.Revenue, sum.Profit })
            .Take(most)
            .ToListAsync(cancellationToken);
        var total = await sums.GroupBy(_ => 1).Select(all => new { Count = all.Count(), Revenue = all.Sum(x => x.Revenue), Profit = all.Sum(x => x.Profit) }).FirstOrDefaultAsync(cancellationToken);
        return new ReportRows(
            [.. lines.Select(x => new ReportLine([x.Day, x.Number, x.Title, x.FullName, .. ProfitCells.Of(x.Revenue / 100m, x.Profit / 100m)], x.Id))],
            total?.Count ?? 0,
            [null, null, null, null, .. ProfitCells.Of((total?.Revenue ?? 0) / 100m, (total?.Profit ?? 0) / 100m)]);
    }
}
