using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Repositories;

namespace SaleAuto.Expenses;

/// <summary>Keeps expenses to cars that are still ours: the profit of a sold car must not change behind the owner's back.</summary>
public class ExpenseManager(IRepository<Car> cars, TimeProvider clock)
{
    /// <summary>An expense of a car in stock; the caller adds it to the unit of work.</summary>
    /// <exception cref="BusinessException">The car has left the stock, or the day has not come.</exception>
    public async Task<Expense> CreateAsync(Guid id, Guid carId, Guid spentById, ExpenseFacts facts, CancellationToken cancellationToken)
    {
        await EnsureMayChangeAsync(carId, facts, cancellationToken);
        return new Expense(id, carId, spentById, facts);
    }

    /// <summary>Corrects an expense.</summary>
    /// <exception cref="BusinessException">The car has left the stock, the day has not come, or the money was paid back.</exception>
    public async Task CorrectAsync(Expense expense, ExpenseFacts facts, CancellationToken cancellationToken)
    {
        await EnsureMayChangeAsync(expense.CarId, facts, cancellationToken);
        expense.Correct(facts);
    }

    private async Task EnsureMayChangeAsync(Guid carId, ExpenseFacts facts, CancellationToken cancellationToken)
    {
        var car = await cars.GetAsync(carId, cancellationToken);
        if (car.Status is CarStatus.Sold or CarStatus.WrittenOff)
        {
            throw new BusinessException(SaleAutoErrorCodes.Expenses.CarIsSold);
        }
        // Half a day ahead: in the east of the country the next day has begun.
        if (facts.SpentOn > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(12)))
        {
            throw new BusinessException(SaleAutoErrorCodes.Expenses.InTheFuture);
        }
    }
}
