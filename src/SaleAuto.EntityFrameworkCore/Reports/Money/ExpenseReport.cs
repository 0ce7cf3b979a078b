using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Expenses;

namespace SaleAuto.Reports.Money;

/// <summary>Money spent on cars and on the company. What was corrected stands as it was and is taken back under the day of the correction.</summary>
internal sealed class ExpenseReport(SaleAutoDbContext db) : IMoneyReport
{
    private static readonly LedgerEntryKind[] _kinds = [LedgerEntryKind.Restoration, LedgerEntryKind.Cost];

    public string Name => "expenses";

    public int Order => 60;

    public string Resource => "ledger";

    public ReportFilters Filters => ReportFilters.From | ReportFilters.Person | ReportFilters.Category;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("Day", ReportColumnKind.Day), new("Movement", ReportColumnKind.Record), new("Category", ReportColumnKind.Text), new("CarNumber", ReportColumnKind.Text),
        new("Person", ReportColumnKind.Text), new("Amount", ReportColumnKind.Money, HasTotal: true), new("Note", ReportColumnKind.Text),
    ];

    public async Task<ReportRows> ReadAsync(ReportFilter filter, int most, CancellationToken cancellationToken)
    {
        var days = filter.Days;
        var (category, onlyCompany) = (Enum.TryParse<ExpenseCategory>(filter.Category, out var known) ? known : (ExpenseCategory?)null, filter.Category == MoneyReportConsts.CompanyCosts);
        var rows =
            from entry in db.Set<LedgerEntry>()
            where _kinds.Contains(entry.Kind) && entry.Day >= days.From && entry.Day <= days.To
            join expense in db.Set<Expense>().IgnoreQueryFilters() on entry.DocumentId equals expense.Id into expenses
            from expense in expenses.DefaultIfEmpty()
            where (filter.PersonId == null || expense!.SpentById == filter.PersonId)
                && (category == null || expense!.Category == category)
                && (!onlyCompany || entry.Kind == LedgerEntryKind.Cost)
            select new { Entry = entry, Expense = expense };
        var lines = await (
                from row in rows
                join car in db.Set<Car>().IgnoreQueryFilters() on row.Entry.CarId equals car.Id into cars
                from car in cars.DefaultIfEmpty()
                join person in db.Users.IgnoreQueryFilters() on row.Expense!.SpentById equals person.Id into people
                from person in people.DefaultIfEmpty()
                join operation in db.Set<CashOperation>().IgnoreQueryFilters() on row.Entry.DocumentId equals operation.Id into operations
                from operation in operations.DefaultIfEmpty()
                orderby row.Entry.Day, row.Entry.PostedAt, row.Entry.Id
                select new
                {
                    row.Entry.Id,
                    row.Entry.Day,
                    row.Entry.Kind,
                    Category = row.Expense == null ? null : (ExpenseCategory?)row.Expense.Category,
                    Car = car == null ? null : car.Number,
                    Person = person == null ? null : person.FullName,
                    Kopecks = row.Entry.DebitAccount == LedgerAccount.Stock || row.Entry.DebitAccount == LedgerAccount.Costs ? row.Entry.Kopecks : -row.Entry.Kopecks,
                    Note = row.Entry.Reason ?? (row.Expense == null ? operation!.Note : row.Expense.Note),
                })
            .Take(most)
            .ToListAsync(cancellationToken);
        var total = await rows.GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Kopecks = all.Sum(x => x.Entry.DebitAccount == LedgerAccount.Stock || x.Entry.DebitAccount == LedgerAccount.Costs ? x.Entry.Kopecks : -x.Entry.Kopecks) })
            .FirstOrDefaultAsync(cancellationToken);
        return new ReportRows(
            [.. lines.Select(x => new ReportLine([x.Day, x.Kind, x.Category, x.Car, x.Person, x.Kopecks / 100m, x.Note], x.Id))],
            total?.Count ?? 0,
            [null, null, null, null, null, (total?.Kopecks ?? 0) / 100m, null]);
    }
}
