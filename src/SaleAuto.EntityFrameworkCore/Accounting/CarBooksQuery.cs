using Microsoft.EntityFrameworkCore;
using SaleAuto.Expenses;

namespace SaleAuto.Accounting;

internal sealed class CarBooksQuery(SaleAutoDbContext db) : ICarBooksQuery
{
    private const int MostLines = 500;

    private static readonly LedgerEntryKind[] _parts = [LedgerEntryKind.IntoStock, LedgerEntryKind.Restoration, LedgerEntryKind.Resale];

    public async Task<CarMoney> GetAsync(Guid carId, CancellationToken cancellationToken)
    {
        var sums = await db.Set<LedgerEntry>()
            .Where(x => x.CarId == carId && (x.Kind == LedgerEntryKind.WriteOff || _parts.Contains(x.Kind)))
            .GroupBy(x => x.Kind)
            .Select(x => new { Kind = x.Key, Kopecks = x.Sum(e => e.DebitAccount == LedgerAccount.Stock || e.CreditAccount == LedgerAccount.CarProfit ? e.Kopecks : -e.Kopecks) })
            .ToDictionaryAsync(x => x.Kind, x => x.Kopecks / 100m, cancellationToken);
        var (buyout, expenses) = (sums.GetValueOrDefault(LedgerEntryKind.IntoStock), sums.GetValueOrDefault(LedgerEntryKind.Restoration));
        var isGivenUp = sums.GetValueOrDefault(LedgerEntryKind.WriteOff) != 0;
        decimal? resale = sums.GetValueOrDefault(LedgerEntryKind.Resale) is > 0 and var sum ? sum : null;
        return new CarMoney(buyout, expenses, resale, resale is null && !isGivenUp ? null : (resale ?? 0) - (buyout + expenses));
    }

    public Task<bool> HasWaitingExpensesAsync(Guid carId, CancellationToken cancellationToken) => db.Set<Expense>()
        .AnyAsync(x => x.CarId == carId && (x.Status == ExpenseStatus.AwaitingApproval || x.Status == ExpenseStatus.AwaitingEvidence), cancellationToken);

    public async Task<IReadOnlyList<CarMoneyLine>> GetLinesAsync(Guid carId, CancellationToken cancellationToken) => await (
            from entry in db.Set<LedgerEntry>()
            where entry.CarId == carId && _parts.Contains(entry.Kind)
            join expense in db.Set<Expense>() on entry.DocumentId equals expense.Id into expenses
            from expense in expenses.DefaultIfEmpty()
            orderby entry.PostedAt, entry.Revision, entry.Line, entry.Id
            select new CarMoneyLine(
                entry.Day,
                entry.Kind,
                (entry.DebitAccount == LedgerAccount.Stock || entry.CreditAccount == LedgerAccount.CarProfit ? entry.Kopecks : -entry.Kopecks) / 100m,
                entry.DocumentType,
                entry.DocumentId,
                expense == null ? null : expense.Category,
                expense == null ? null : expense.Note,
                entry.Reason))
        .Take(MostLines)
        .ToListAsync(cancellationToken);
}
