using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;

namespace SaleAuto.Reports.Money;

/// <summary>Who got which share of the profit, what was paid of it, and what is still owed.</summary>
internal sealed class DistributionReport(SaleAutoDbContext db, IReportChoices choices) : IMoneyReport
{
    private static readonly LedgerAccount[] _accounts = [LedgerAccount.Person, LedgerAccount.Company, LedgerAccount.Reserve];

    public string Name => "distribution";

    public int Order => 70;

    public ReportFilters Filters => ReportFilters.From;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("Account", ReportColumnKind.Text), new("Person", ReportColumnKind.Text), new("Owed", ReportColumnKind.Money, HasTotal: true), new("Shared", ReportColumnKind.Money, HasTotal: true),
        new("Other", ReportColumnKind.Money, HasTotal: true), new("Paid", ReportColumnKind.Money, HasTotal: true), new("StillOwed", ReportColumnKind.Money, HasTotal: true),
    ];

    public async Task<ReportRows> ReadAsync(ReportFilter filter, int most, CancellationToken cancellationToken)
    {
        var days = filter.Days;
        var entries = db.Set<LedgerEntry>(); // days are looked at below: asked for here, they lead databases away from the index of the accounts
        var sums = await entries.Where(x => _accounts.Contains(x.CreditAccount)).Select(x => new { Account = x.CreditAccount, OwnerId = x.CreditOwnerId, x.Kind, x.Day, x.Kopecks })
            .Concat(entries.Where(x => _accounts.Contains(x.DebitAccount)).Select(x => new { Account = x.DebitAccount, OwnerId = x.DebitOwnerId, x.Kind, x.Day, Kopecks = -x.Kopecks }))
            .Select(x => new
            {
                x.Account,
                x.OwnerId,
                x.Kopecks,
                Part = x.Day > days.To ? 4 : x.Day < days.From ? 0 : x.Kind == LedgerEntryKind.Distribution ? 1 : x.Kind == LedgerEntryKind.Payout || x.Kind == LedgerEntryKind.Withdrawal ? 3 : 2,
            })
            .GroupBy(x => new { x.Account, x.OwnerId })
            .Select(all => new
            {
                all.Key.Account,
                all.Key.OwnerId,
                Owed = all.Sum(x => x.Part == 0 ? x.Kopecks : 0),
                Shared = all.Sum(x => x.Part == 1 ? x.Kopecks : 0),
                Other = all.Sum(x => x.Part == 2 ? x.Kopecks : 0),
                Paid = all.Sum(x => x.Part == 3 ? -x.Kopecks : 0),
            })
            .ToListAsync(cancellationToken); // as many as there are people
        var people = await choices.GetPeopleAsync(cancellationToken);
        var rows = sums.Where(x => x.Owed != 0 || x.Shared != 0 || x.Other != 0 || x.Paid != 0)
            .Select(x => (x.Account, Person: x.OwnerId is { } id ? people.GetValueOrDefault(id) : null, Sums: new[] { x.Owed, x.Shared, x.Other, x.Paid, x.Owed + x.Shared + x.Other - x.Paid }))
            .OrderBy(x => Array.IndexOf(_accounts, x.Account)).ThenBy(x => x.Person, StringComparer.Ordinal)
            .ToList();
        return new ReportRows(
            [.. rows.Take(most).Select(x => new ReportLine([x.Account, x.Person, .. x.Sums.Select(sum => (object?)(sum / 100m))]))],
            rows.Count,
            [null, null, .. Enumerable.Range(0, 5).Select(place => (object?)(rows.Sum(x => x.Sums[place]) / 100m))]);
    }
}
