using SaleAuto.Cars;
using SaleAuto.Events;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Expenses;

/// <summary>Asks the owners about an expense above the limit, and tells who spent it what they say.</summary>
internal sealed class NotifyOfExpense(MessageWriter messages, IRepository<Expense> expenses, IRepository<Car> cars, IStaffDirectory staff) : ILocalEventHandler<ExpenseChangedEvent>
{
    public async Task HandleEventAsync(ExpenseChangedEvent changed, CancellationToken cancellationToken)
    {
        var expense = await expenses.GetAsync(changed.ExpenseId, cancellationToken);
        if (expense.Status == ExpenseStatus.AwaitingApproval)
        {
            var text = await TextAsync("Owner.ExpenseApproval", expense, cancellationToken);
            var button = await messages.ButtonAsync("Owner.LookAtExpense", BotActionNames.OpenExpense, expense.Id, cancellationToken);
            var owners = await staff.GetByRoleAsync(StaffRoles.Owner, cancellationToken);
            await messages.TellAsync(owners, text, $"expense-asked:{expense.Id}:{expense.Version}", null, [button], cancellationToken);
        }
        else if (expense.DecidedById is { } owner && owner != expense.SpentById && await staff.FindAsync(expense.SpentById, cancellationToken) is { } spender)
        {
            var text = await TextAsync($"Seller.Expense{expense.Status}", expense, cancellationToken);
            var button = await messages.ButtonAsync("Seller.OpenCar", BotActionNames.OpenCar, expense.CarId, cancellationToken);
            await messages.TellAsync([spender], text, $"expense-decided:{expense.Id}:{expense.Version}", null, [button], cancellationToken);
        }
    }

    private async Task<WordedText> TextAsync(string name, Expense expense, CancellationToken cancellationToken)
    {
        var car = await cars.GetAsync(expense.CarId, cancellationToken);
        return await messages.TextAsync(
            name, cancellationToken,
            ("CarNumber", car.Number), ("Car", $"{car.Make} {car.Model}"), ("Amount", Deals.Roubles.Of(expense.Amount)),
            ("Seller", await staff.FindNameAsync(expense.SpentById, cancellationToken) ?? "—"), ("Note", expense.Note ?? "—"), ("Reason", expense.DecisionReason ?? "—"));
    }
}
