using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Expenses;
using SaleAuto.Resales;
using SaleAuto.Settings;

namespace SaleAuto.Accounting;

/// <summary>Writes the books for what happened before there were any: under the days on which it happened, as nothing else may.</summary>
public class OpeningBooks(Ledger ledger, ILedgerRepository entries, ISettingProvider settings)
{
    /// <summary>Posts deals, cars, expenses, movements of money and resales, whatever else is among the documents. What is in the books already stays.</summary>
    public async Task PostAsync(IReadOnlyCollection<object> documents, CancellationToken cancellationToken)
    {
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        foreach (var deal in documents.OfType<Deal>().Where(x => x.PaidAt is not null))
        {
            await SettleAsync(LedgerDocumentType.Deal, deal.Id, deal.Postings, deal.PaidAt!.Value);
        }
        foreach (var car in documents.OfType<Car>())
        {
            await SettleAsync(LedgerDocumentType.Car, car.Id, car.PostingsAt(0).Where(x => x.Kind == LedgerEntryKind.IntoStock), car.BoughtAt);
        }
        foreach (var expense in documents.OfType<Expense>())
        {
            await SettleAsync(LedgerDocumentType.Expense, expense.Id, expense.Postings, expense.SpentOn.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        }
        foreach (var operation in documents.OfType<CashOperation>())
        {
            await SettleAsync(LedgerDocumentType.CashOperation, operation.Id, operation.Postings, operation.Day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        }
        foreach (var resale in documents.OfType<Resale>())
        {
            var cost = resale.IsSold ? await entries.GetCarCostAsync(resale.CarId, cancellationToken) : 0;
            await SettleAsync(LedgerDocumentType.Resale, resale.Id, resale.PostingsAt(cost), resale.ReceivedAt ?? resale.Receipts.Select(x => x.At).DefaultIfEmpty().Max());
        }
        foreach (var car in documents.OfType<Car>().Where(x => x.Status == CarStatus.WrittenOff))
        {
            await SettleAsync(LedgerDocumentType.Car, car.Id, car.PostingsAt(await entries.GetCarCostAsync(car.Id, cancellationToken)), car.LeftAt!.Value);
        }

        Task SettleAsync(LedgerDocumentType type, Guid id, IEnumerable<LedgerPosting> wanted, DateTime at) =>
            ledger.SettleAsync(new LedgerDocument(type, id), wanted, null, new LedgerMoment(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone)), at, null), cancellationToken);
    }
}
