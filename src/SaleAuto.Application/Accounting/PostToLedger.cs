using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Events;
using SaleAuto.Expenses;
using SaleAuto.Repositories;
using SaleAuto.Resales;

namespace SaleAuto.Accounting;

// What happens to money is written into the books in the same transaction.

/// <summary>Money handed over to a client, or recorded wrong at first.</summary>
internal sealed class PostDeal(IDealRepository deals, Ledger ledger) : ILocalEventHandler<DealPaidEvent>, ILocalEventHandler<DealPaymentCorrectedEvent>
{
    public Task HandleEventAsync(DealPaidEvent paid, CancellationToken cancellationToken) => SettleAsync(paid.DealId, null, cancellationToken);

    public Task HandleEventAsync(DealPaymentCorrectedEvent corrected, CancellationToken cancellationToken) => SettleAsync(corrected.DealId, corrected.Reason, cancellationToken);

    private async Task SettleAsync(Guid dealId, string? reason, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(dealId, cancellationToken);
        await ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.Deal, deal.Id), deal.Postings, reason, cancellationToken);
    }
}

/// <summary>A car that came into stock, turned out to have cost something else, or was given up.</summary>
internal sealed class PostCar(IRepository<Car> cars, CarBooks books) :
    ILocalEventHandler<CarAcquiredEvent>,
    ILocalEventHandler<CarPurchaseCorrectedEvent>,
    ILocalEventHandler<CarWrittenOffEvent>
{
    public async Task HandleEventAsync(CarPurchaseCorrectedEvent corrected, CancellationToken cancellationToken)
    {
        await books.SettleAsync(await cars.GetAsync(corrected.CarId, cancellationToken), corrected.Reason, cancellationToken);
        await books.FollowCostAsync(corrected.CarId, corrected.Reason, cancellationToken);
    }

    public Task HandleEventAsync(CarAcquiredEvent acquired, CancellationToken cancellationToken) => SettleAsync(acquired.CarId, cancellationToken);

    public Task HandleEventAsync(CarWrittenOffEvent writtenOff, CancellationToken cancellationToken) => SettleAsync(writtenOff.CarId, cancellationToken);

    private async Task SettleAsync(Guid carId, CancellationToken cancellationToken) =>
        await books.SettleAsync(await cars.GetAsync(carId, cancellationToken), null, cancellationToken);
}

/// <summary>An expense, and with it the cost of its car.</summary>
internal sealed class PostExpense(IRepository<Expense> expenses, Ledger ledger, CarBooks books) : ILocalEventHandler<ExpenseChangedEvent>
{
    public async Task HandleEventAsync(ExpenseChangedEvent changed, CancellationToken cancellationToken)
    {
        var expense = await expenses.GetAsync(changed.ExpenseId, cancellationToken);
        await ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.Expense, expense.Id), expense.Postings, changed.Reason, cancellationToken);
        await books.FollowCostAsync(expense.CarId, changed.Reason, cancellationToken);
    }
}

/// <summary>Money of a buyer, and the profit of a sold car.</summary>
internal sealed class PostResale(IRepository<Resale> resales, CarBooks books) : ILocalEventHandler<ResaleChangedEvent>
{
    public async Task HandleEventAsync(ResaleChangedEvent changed, CancellationToken cancellationToken) =>
        await books.SettleAsync(await resales.GetAsync(changed.ResaleId, cancellationToken), changed.Reason, cancellationToken);
}

/// <summary>A movement of money.</summary>
internal sealed class PostCashOperation(IRepository<CashOperation> operations, Ledger ledger) : ILocalEventHandler<CashOperationChangedEvent>
{
    public async Task HandleEventAsync(CashOperationChangedEvent changed, CancellationToken cancellationToken)
    {
        var operation = await operations.GetAsync(changed.OperationId, cancellationToken);
        await ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.CashOperation, operation.Id), operation.Postings, changed.Reason, cancellationToken);
    }
}
