using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;

namespace SaleAuto.Reports.Money;

/// <summary>Cars in stock at the end of a day, at what they had cost by then.</summary>
internal sealed class StockReport(SaleAutoDbContext db) : IMoneyReport
{
    public string Name => "stock";

    public int Order => 50;

    public string Resource => "cars";

    public ReportFilters Filters => ReportFilters.Person | ReportFilters.Age;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("Car", ReportColumnKind.Record), new("CarTitle", ReportColumnKind.Text), new("Seller", ReportColumnKind.Text), new("BoughtOn", ReportColumnKind.Day),
        new("DaysInStock", ReportColumnKind.Count), new("Buyout", ReportColumnKind.Money, HasTotal: true), new("Expenses", ReportColumnKind.Money, HasTotal: true),
        new("Cost", ReportColumnKind.Money, HasTotal: true),
    ];

    public async Task<ReportRows> ReadAsync(ReportFilter filter, int most, CancellationToken cancellationToken)
    {
        var day = filter.Days.To;
        var youngest = filter.MinAge is { } min ? BoughtOn(day.AddDays(1 - min)) : (DateTime?)null; // bought before the next midnight
        var oldest = filter.MaxAge is { } max ? BoughtOn(day.AddDays(-max)) : (DateTime?)null;
        var cars = db.StockAt(day)
            .Where(x => (filter.PersonId == null || x.Car.SellerId == filter.PersonId) && (youngest == null || x.Car.BoughtAt < youngest) && (oldest == null || x.Car.BoughtAt >= oldest))
            .Select(x => new
            {
                x.Car,
                x.Kopecks,
                Buyout = db.Set<LedgerEntry>().Where(e => e.CarId == x.Car.Id && e.Kind == LedgerEntryKind.IntoStock && e.Day <= day)
                    .Sum(e => e.DebitAccount == LedgerAccount.Stock ? e.Kopecks : -e.Kopecks),
            });
        var rows = await cars
            .Join(db.Users.IgnoreQueryFilters(), x => x.Car.SellerId, x => x.Id, (row, seller) => new
            {
                row.Car.Id,
                row.Car.Number,
                Title = row.Car.Make + " " + row.Car.Model,
                seller.FullName,
                row.Car.BoughtAt,
                row.Buyout,
                row.Kopecks,
            })
            .OrderBy(x => x.BoughtAt).ThenBy(x => x.Number)
            .Take(most)
            .ToListAsync(cancellationToken);
        var total = await cars.Select(x => new { x.Buyout, x.Kopecks }).GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Buyout = all.Sum(x => x.Buyout), Kopecks = all.Sum(x => x.Kopecks) })
            .FirstOrDefaultAsync(cancellationToken);
        return new ReportRows(
            [.. rows.Select(x => new ReportLine([x.Number, x.Title, x.FullName, DayOf(x.BoughtAt), Age(x.BoughtAt), .. Cells(x.Buyout, x.Kopecks)], x.Id))],
            total?.Count ?? 0,
            [null, null, null, null, null, .. Cells(total?.Buyout ?? 0, total?.Kopecks ?? 0)]);

        DateOnly DayOf(DateTime moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, filter.Zone));

        int Age(DateTime boughtAt) => day.DayNumber - DayOf(boughtAt).DayNumber;

        DateTime BoughtOn(DateOnly first) => new ReportDays(first, first).Moments(filter.Zone).From;
    }

    private static object?[] Cells(long buyout, long cost) => [buyout / 100m, (cost - buyout) / 100m, cost / 100m];
}
