using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Repositories;

namespace SaleAuto.Expenses;

/// <summary>Keeps expenses to cars that are still ours: the profit of a sold car must not change behind the owner's back.</summary>
public class ExpenseManager(IRepository<Car> cars, PeriodManager periods, CashPlaceManager places, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>An expense of a car in stock; the caller adds it to the unit of work.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="carId">The car.</param>
    /// <param name="spentById">Who spent it.</param>
    /// <param name="facts">What the receipt says.</param>
    /// <param name="limit">Largest sum that gets into the books without the owner's approval, roubles.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="BusinessException">The car has left the stock, the day has not come, or the named place is closed or has less money.</exception>
    public async Task<Expense> CreateAsync(Guid id, Guid carId, Guid spentById, ExpenseFacts facts, decimal limit, CancellationToken cancellationToken)
    {
        await EnsureMayChangeAsync(carId, facts, cancellationToken);
        var expense = new Expense(id, carId, spentById, facts, facts.Amount > limit);
        await EnsurePaidAsync(expense, before: [], cancellationToken);
        return expense;
    }

    /// <summary>Corrects an expense.</summary>
    /// <param name="expense">The expense.</param>
    /// <param name="facts">What the receipt says.</param>
    /// <param name="limit">Largest sum that gets into the books without the owner's approval, roubles.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="BusinessException">The car has left the stock, the day has not come, the period is closed, or the named place is closed or has less money.</exception>
    public async Task CorrectAsync(Expense expense, ExpenseFacts facts, decimal limit, CancellationToken cancellationToken)
    {
        await EnsureMayChangeAsync(expense.CarId, facts, cancellationToken);
        await periods.EnsureOpenAsync(new LedgerDocument(LedgerDocumentType.Expense, expense.Id), cancellationToken);
        var before = expense.Postings.ToList();
        expense.Correct(facts, facts.Amount > limit);
        await EnsurePaidAsync(expense, before, cancellationToken);
    }

    /// <summary>The owner lets an expense into the books.</summary>
    /// <exception cref="BusinessException">The car has left the stock, the expense does not await it, or the named place has less money.</exception>
    public async Task ApproveAsync(Expense expense, Guid staffId, CancellationToken cancellationToken)
    {
        await EnsureCarIsOursAsync(expense.CarId, cancellationToken);
        expense.Approve(staffId, clock.GetUtcNow().UtcDateTime);
        await EnsurePaidAsync(expense, before: [], cancellationToken);
    }

    /// <summary>The owner takes an expense back out of the books, in a closed period too.</summary>
    /// <exception cref="BusinessException">The car has left the stock, the books do not show the expense, or the place that the money comes back to is closed.</exception>
    public async Task ReverseAsync(Expense expense, Guid staffId, string reason, CancellationToken cancellationToken)
    {
        await EnsureCarIsOursAsync(expense.CarId, cancellationToken);
        await places.EnsureMovesAsync(expense.Postings, [], cancellationToken);
        expense.Reverse(staffId, reason, clock.GetUtcNow().UtcDateTime);
    }

    // An expense that the books do not show yet names an open place too: it will be paid from there.
    private async Task EnsurePaidAsync(Expense expense, IEnumerable<LedgerPosting> before, CancellationToken cancellationToken)
    {
        await places.EnsureMovesAsync(before, expense.Postings, cancellationToken);
        if (expense is { PaidFromId: { } place, Status: not ExpenseStatus.Posted })
        {
            await places.EnsureOpenAsync(place, cancellationToken);
        }
    }

    private async Task EnsureMayChangeAsync(Guid carId, ExpenseFacts facts, CancellationToken cancellationToken)
    {
        await EnsureCarIsOursAsync(carId, cancellationToken);
        // Half a day ahead: in the east of the country the next day has begun.
        if (facts.SpentOn > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(12)))
        {
            throw new BusinessException(SaleAutoErrorCodes.Expenses.InTheFuture);
        }
    }

    private async Task EnsureCarIsOursAsync(Guid carId, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync($"car:{carId}", cancellationToken);
        if (!(await cars.GetAsync(carId, cancellationToken)).TakesExpenses)
        {
            throw new BusinessException(SaleAutoErrorCodes.Expenses.CarIsSold);
        }
    }
}
