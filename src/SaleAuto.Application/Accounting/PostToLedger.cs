using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Events;
using SaleAuto.Expenses;
using SaleAuto.Repositories;
using SaleAuto.Resales;

namespace SaleAuto.Accounting;

// What happens to money is written into the books in the same transaction.

/// <summary>Money handed over to a client.</summary>
internal sealed class PostDeal(IDealRepository deals, Ledger ledger) : ILocalEventHandler<DealPaidEvent>
{
    public async Task HandleEventAsync(DealPaidEvent paid, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(paid.DealId, cancellationToken);
        await ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.Deal, deal.Id), deal.Postings, null, cancellationToken);
    }
}

/// <summary>A car that came into stock, or was given up.</summary>
internal sealed class PostCar(IRepository<Car> cars, CarBooks books) : ILocalEventHandler<CarAcquiredEvent>, ILocalEventHandler<CarWrittenOffEvent>
{
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
