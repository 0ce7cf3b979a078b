using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;
using SaleAuto.Cars;

namespace SaleAuto.Reports.Money;

/// <summary>The cash book: every movement of money through a place or a person, with what was there before and after. A transfer stands in it twice, once for each end.</summary>
internal sealed class CashBookReport(SaleAutoDbContext db, IReportChoices choices) : IMoneyReport
{
    private static readonly LedgerAccount[] _accounts = [LedgerAccount.CashPlace, LedgerAccount.Advance];

    public string Name => "cash";

    public int Order => 40;

    public string Resource => "ledger";

    public ReportFilters Filters => ReportFilters.From | ReportFilters.Account;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("At", ReportColumnKind.Moment), new("Where", ReportColumnKind.Text), new("Movement", ReportColumnKind.Record), new("CarNumber", ReportColumnKind.Text),
        new("In", ReportColumnKind.Money, HasTotal: true), new("Out", ReportColumnKind.Money, HasTotal: true), new("Reason", ReportColumnKind.Text),
    ];

    public async Task<ReportRows> ReadAsync(ReportFilter filter, int most, CancellationToken cancellationToken)
    {
        var days = filter.Days;
        var moves = Moves(filter.AccountId);
        var shown = moves.Where(x => x.Entry.Day >= days.From && x.Entry.Day <= days.To);
        var lines = await (
                from move in shown
                join car in db.Set<Car>().IgnoreQueryFilters() on move.Entry.CarId equals car.Id into cars
                from car in cars.DefaultIfEmpty()
                orderby move.Entry.Day, move.Entry.PostedAt, move.Entry.Id, move.IsIn
                select new { move.Entry.Id, move.Entry.PostedAt, move.OwnerId, move.Entry.Kind, move.Entry.Kopecks, move.IsIn, Car = car == null ? null : car.Number, move.Entry.Reason })
            .Take(most)
            .ToListAsync(cancellationToken);
        var sums = await shown
            .Select(x => new { x.Entry.Kopecks, x.IsIn })
            .GroupBy(x => x.IsIn)
            .Select(x => new { IsIn = x.Key, Count = x.Count(), Kopecks = x.Sum(e => e.Kopecks) })
            .ToListAsync(cancellationToken);
        var opening = await GetOpeningAsync(filter, cancellationToken);
        var (come, gone) = (sums.Where(x => x.IsIn).Sum(x => x.Kopecks) / 100m, sums.Where(x => !x.IsIn).Sum(x => x.Kopecks) / 100m);
        var names = (await choices.GetPlacesAsync(cancellationToken)).Concat(await choices.GetPeopleAsync(cancellationToken)).ToDictionary();
        return new ReportRows(
            [
                .. lines.Select(x => new ReportLine(
                    [x.PostedAt, names.GetValueOrDefault(x.OwnerId!.Value), x.Kind, x.Car, x.IsIn ? x.Kopecks / 100m : null, x.IsIn ? null : x.Kopecks / 100m, x.Reason], x.Id)),
            ],
            sums.Sum(x => x.Count),
            [null, null, null, null, come, gone, null])
        { Notes = [("Opening", opening), ("Closing", opening + come - gone)] };
    }

    private async Task<decimal> GetOpeningAsync(ReportFilter filter, CancellationToken cancellationToken)
    {
        var kopecks = 0L;
        foreach (var account in _accounts)
        {
            var balances = await db.GetBalancesAsync(account, filter.Days.From.AddDays(-1), cancellationToken);
            kopecks += filter.AccountId is { } owner ? balances.GetValueOrDefault(owner) : balances.Values.Sum();
        }
        return kopecks / 100m;
    }

    private IQueryable<Move> Moves(Guid? accountId)
    {
        var entries = db.Set<LedgerEntry>();
        return entries.Where(x => _accounts.Contains(x.DebitAccount) && (accountId == null || x.DebitOwnerId == accountId)).Select(x => new Move { Entry = x, OwnerId = x.DebitOwnerId, IsIn = true })
            .Concat(entries.Where(x => _accounts.Contains(x.CreditAccount) && (accountId == null || x.CreditOwnerId == accountId)).Select(x => new Move { Entry = x, OwnerId = x.CreditOwnerId, IsIn = false }));
    }

    private sealed class Move
    {
        public required LedgerEntry Entry { get; init; }

        public Guid? OwnerId { get; init; }

        public bool IsIn { get; init; }
    }
}
