using System.Data;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Expenses;
using SaleAuto.Resales;

namespace SaleAuto.Accounting.Checks;

// Sums of entries are added by the database; documents are read as they are, so that both sides are reckoned in different places.
internal sealed class LedgerCheckQuery(SaleAutoDbContext db) : ILedgerCheckQuery
{
    private static readonly LedgerEntryKind[] _profits = [LedgerEntryKind.Resale, LedgerEntryKind.CostOfSale, LedgerEntryKind.WriteOff];

    private IQueryable<LedgerEntry> Entries => db.Set<LedgerEntry>().AsNoTracking();

    public async Task<IReadOnlyList<LedgerProofResult>> ProveAsync(CancellationToken cancellationToken)
    {
        // People work at night, too: both sides are looked at as of one moment.
        await using var moment = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken) : null;
        var cars = await db.Set<Car>().AsNoTracking().Select(x => new CarCost(x.Id, x.Status == CarStatus.Sold || x.Status == CarStatus.WrittenOff, x.BuyoutPrice)).ToListAsync(cancellationToken);
        var expenses = await db.Set<Expense>().AsNoTracking().Select(x => new { x.Id, x.CarId, x.Amount, Counts = x.Status == ExpenseStatus.Posted }).ToListAsync(cancellationToken);
        var resales = await db.Set<Resale>().AsNoTracking()
            .Select(x => new { x.Id, x.CarId, x.Amount, x.PaidAmount, IsSold = x.Status == ResaleStatus.Received || x.Status == ResaleStatus.Distributed, IsOpen = x.Status == ResaleStatus.Draft || x.Status == ResaleStatus.AwaitingPayment })
            .ToListAsync(cancellationToken);
        var spent = expenses.Where(x => x.Counts).GroupBy(x => x.CarId).ToDictionary(x => x.Key, x => x.Sum(e => e.Amount));
        var brought = resales.Where(x => x.IsSold).GroupBy(x => x.CarId).ToDictionary(x => x.Key, x => x.Sum(r => r.Amount));
        var held = await HeldMoney.ReadAsync(db, cancellationToken);
        return
        [
            await BalanceAsync(cancellationToken),
            LedgerProofResult.Compare(
                LedgerProof.Stock, await NetAsync(LedgerAccount.Stock, Entries, cancellationToken), Kopecks(cars, x => x.Id, x => x.HasLeft ? 0 : x.BuyoutPrice + spent.GetValueOrDefault(x.Id))),
            LedgerProofResult.Compare(
                LedgerProof.Profit,
                Negative(await NetAsync(LedgerAccount.CarProfit, Entries.Where(x => _profits.Contains(x.Kind)), cancellationToken)),
                Kopecks(cars, x => x.Id, x => x.HasLeft ? brought.GetValueOrDefault(x.Id) - x.BuyoutPrice - spent.GetValueOrDefault(x.Id) : 0)),
            LedgerProofResult.Compare(
                LedgerProof.Deposits, Negative(await NetAsync(LedgerAccount.Deposits, Entries, cancellationToken)), Kopecks(resales, x => x.Id, x => x.IsOpen ? x.PaidAmount : 0)),
            LedgerProofResult.Compare(LedgerProof.Expenses, await InForceAsync(LedgerDocumentType.Expense, cancellationToken), Kopecks(expenses, x => x.Id, x => x.Counts ? x.Amount : 0)),
            LedgerProofResult.Compare(LedgerProof.Deals, await InForceAsync(LedgerDocumentType.Deal, cancellationToken), await DealsAsync(cancellationToken)),
            LedgerProofResult.Compare(LedgerProof.CashOperations, await InForceAsync(LedgerDocumentType.CashOperation, cancellationToken), await CashOperationsAsync(cancellationToken)),
            LedgerProofResult.Compare(LedgerProof.Distributions, await SharedAsync(cancellationToken), await DistributionsAsync(cancellationToken)),
            LedgerProofResult.Compare(LedgerProof.CashPlaces, await NetAsync(LedgerAccount.CashPlace, Entries, cancellationToken), held.Places),
            LedgerProofResult.Compare(LedgerProof.Advances, await NetAsync(LedgerAccount.Advance, Entries, cancellationToken), held.Advances),
            LedgerProofResult.Compare(LedgerProof.Shares, Negative(await NetAsync(LedgerAccount.Person, Entries, cancellationToken)), held.Shares),
            await CarriedAsync(cancellationToken),
            await ReversalsAsync(cancellationToken),
        ];
    }

    private async Task<LedgerProofResult> BalanceAsync(CancellationToken cancellationToken)
    {
        var received = await Entries.GroupBy(x => x.DebitAccount).Select(x => new { x.Key, Sum = x.Sum(e => e.Kopecks) }).ToListAsync(cancellationToken);
        var given = await Entries.GroupBy(x => x.CreditAccount).Select(x => new { x.Key, Sum = x.Sum(e => e.Kopecks) }).ToListAsync(cancellationToken);
        var (debit, credit) = (received.Sum(x => x.Sum), given.Sum(x => x.Sum));
        return new LedgerProofResult(LedgerProof.Balanced, received.Select(x => x.Key).Union(given.Select(x => x.Key)).Count(), debit / 100m, credit / 100m, debit == credit ? 0 : 1, []);
    }

    private async Task<LedgerProofResult> CarriedAsync(CancellationToken cancellationToken)
    {
        var day = await db.FindCarriedDayAsync(DateOnly.MaxValue, cancellationToken);
        var results = new List<LedgerProofResult>();
        foreach (var account in CarriedBalance.Accounts)
        {
            var carried = await db.Set<CarriedBalance>().AsNoTracking().Where(x => x.Day == day && x.Account == account).ToDictionaryAsync(x => x.OwnerId, x => x.Kopecks, cancellationToken);
            results.Add(LedgerProofResult.Compare(LedgerProof.Carried, await NetAsync(account, Entries.Where(x => x.Day <= day), cancellationToken), carried));
        }
        return new LedgerProofResult(
            LedgerProof.Carried, results.Sum(x => x.Compared), results.Sum(x => x.Books), results.Sum(x => x.Documents), results.Sum(x => x.Broken), [.. results.SelectMany(x => x.Examples)]);
    }

    // Received less given, by owner of the account.
    private static async Task<Dictionary<Guid, long>> NetAsync(LedgerAccount account, IQueryable<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var sums = await entries.Where(x => x.DebitAccount == account).GroupBy(x => x.DebitOwnerId!.Value).Select(x => new { x.Key, Sum = x.Sum(e => e.Kopecks) }).ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);
        foreach (var given in await entries.Where(x => x.CreditAccount == account).GroupBy(x => x.CreditOwnerId!.Value).Select(x => new { x.Key, Sum = x.Sum(e => e.Kopecks) }).ToListAsync(cancellationToken))
        {
            sums[given.Key] = sums.GetValueOrDefault(given.Key) - given.Sum;
        }
        return sums;
    }

    private Task<Dictionary<Guid, long>> InForceAsync(LedgerDocumentType type, CancellationToken cancellationToken) =>
        Entries.Where(x => x.DocumentType == type).GroupBy(x => x.DocumentId)
            .Select(x => new { x.Key, Sum = x.Sum(e => e.ReversesId == null ? e.Kopecks : -e.Kopecks) })
            .ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);

    // What a distribution took from the profit of its car.
    private Task<Dictionary<Guid, long>> SharedAsync(CancellationToken cancellationToken) =>
        Entries.Where(x => x.DocumentType == LedgerDocumentType.Distribution).GroupBy(x => x.DocumentId)
            .Select(x => new { x.Key, Sum = x.Sum(e => e.DebitAccount == LedgerAccount.CarProfit ? e.Kopecks : -e.Kopecks) })
            .ToDictionaryAsync(x => x.Key, x => x.Sum, cancellationToken);

    // A paid deal counts whichever way the money went.
    private async Task<Dictionary<Guid, long>> DealsAsync(CancellationToken cancellationToken) => Kopecks(
        await db.Set<Deal>().AsNoTracking().Where(x => x.PaidAmount != null).Select(x => new { x.Id, Paid = x.PaidAmount!.Value }).ToListAsync(cancellationToken), x => x.Id, x => x.Paid);

    private async Task<Dictionary<Guid, long>> CashOperationsAsync(CancellationToken cancellationToken) => Kopecks(
        await db.Set<CashOperation>().AsNoTracking().Select(x => new { x.Id, x.Amount, Counts = x.ReversedAt == null }).ToListAsync(cancellationToken), x => x.Id, x => x.Counts ? x.Amount : 0);

    private async Task<Dictionary<Guid, long>> DistributionsAsync(CancellationToken cancellationToken) => Kopecks(
        await db.Set<Distribution>().AsNoTracking().Select(x => new { x.Id, x.Profit, Counts = x.Status == DistributionStatus.Approved }).ToListAsync(cancellationToken), x => x.Id, x => x.Counts ? x.Profit : 0);

    private async Task<LedgerProofResult> ReversalsAsync(CancellationToken cancellationToken)
    {
        var reversals = Entries.Where(x => x.ReversesId != null);
        var mirrored = from reversal in reversals
                       join mistaken in Entries on reversal.ReversesId equals mistaken.Id
                       where mistaken.ReversesId == null && mistaken.Kind == reversal.Kind && mistaken.Kopecks == reversal.Kopecks && mistaken.CarId == reversal.CarId
                           && mistaken.DocumentId == reversal.DocumentId && mistaken.DocumentType == reversal.DocumentType
                           && mistaken.DebitAccount == reversal.CreditAccount && mistaken.DebitOwnerId == reversal.CreditOwnerId
                           && mistaken.CreditAccount == reversal.DebitAccount && mistaken.CreditOwnerId == reversal.DebitOwnerId
                       select mistaken;
        var (all, right) = (await reversals.CountAsync(cancellationToken), await mirrored.Select(x => x.Id).Distinct().CountAsync(cancellationToken));
        return new LedgerProofResult(
            LedgerProof.Reversals, all, await reversals.SumAsync(x => x.Kopecks, cancellationToken) / 100m, await mirrored.SumAsync(x => x.Kopecks, cancellationToken) / 100m, all - right, []);
    }

    private static Dictionary<Guid, long> Kopecks<T>(IEnumerable<T> rows, Func<T, Guid> id, Func<T, decimal> roubles) => rows.ToDictionary(id, x => decimal.ToInt64(roubles(x) * 100));

    private static Dictionary<Guid, long> Negative(Dictionary<Guid, long> sums) => sums.ToDictionary(x => x.Key, x => -x.Value);

    private sealed record CarCost(Guid Id, bool HasLeft, decimal BuyoutPrice);
}
