using SaleAuto.Errors;
using SaleAuto.Users;

namespace SaleAuto.Expenses;

/// <summary>Between the form of an expense and the expense itself: it is spent by whoever enters it.</summary>
internal sealed class ExpenseDesk(ExpenseManager expenses, ExpenseLimits limits, ICurrentUser currentUser, TimeProvider clock)
{
    private Guid Me => currentUser.StaffId ?? throw new AuthorizationException();

    /// <summary>Records an expense of the person at work.</summary>
    public async Task<Expense> CreateAsync(Guid id, ExpenseInput input, CancellationToken cancellationToken)
    {
        var limit = await limits.GetAsync(cancellationToken);
        return await expenses.CreateAsync(id, input.CarId!.Value, Me, FactsOf(input), limit, cancellationToken);
    }

    /// <summary>Corrects a mistake.</summary>
    public async Task CorrectAsync(Expense expense, ExpenseInput input, CancellationToken cancellationToken) =>
        await expenses.CorrectAsync(expense, FactsOf(input), await limits.GetAsync(cancellationToken), cancellationToken);

    /// <summary>Lets an expense into the books.</summary>
    public Task ApproveAsync(Expense expense, CancellationToken cancellationToken) => expenses.ApproveAsync(expense, Me, cancellationToken);

    /// <summary>Keeps an expense out of the books.</summary>
    public Task RejectAsync(Expense expense, ExpenseReasonInput input)
    {
        expense.Reject(Me, input.Reason!, clock.GetUtcNow().UtcDateTime);
        return Task.CompletedTask;
    }

    /// <summary>Takes an expense back out of the books.</summary>
    public Task ReverseAsync(Expense expense, ExpenseReasonInput input, CancellationToken cancellationToken) =>
        expenses.ReverseAsync(expense, Me, input.Reason!, cancellationToken);

    private static ExpenseFacts FactsOf(ExpenseInput input) => new(input.Category!.Value, input.Amount!.Value, input.SpentOn!.Value, input.Note, input.EvidenceFileId, input.PaidFromId);
}
