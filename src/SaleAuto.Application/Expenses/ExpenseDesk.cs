using SaleAuto.Errors;
using SaleAuto.Users;

namespace SaleAuto.Expenses;

/// <summary>Between the form of an expense and the expense itself: it is spent by whoever enters it.</summary>
public sealed class ExpenseDesk(ExpenseManager expenses, ICurrentUser currentUser)
{
    /// <summary>Records an expense of the person at work.</summary>
    public async Task<Expense> CreateAsync(Guid id, ExpenseInput input, CancellationToken cancellationToken)
    {
        var spentById = currentUser.StaffId ?? throw new AuthorizationException();
        var expense = await expenses.CreateAsync(id, input.CarId!.Value, spentById, FactsOf(input), cancellationToken);
        expense.AttachEvidence(input.EvidenceFileId);
        return expense;
    }

    /// <summary>Corrects a mistake.</summary>
    public async Task CorrectAsync(Expense expense, ExpenseInput input, CancellationToken cancellationToken)
    {
        await expenses.CorrectAsync(expense, FactsOf(input), cancellationToken);
        expense.AttachEvidence(input.EvidenceFileId);
    }

    private static ExpenseFacts FactsOf(ExpenseInput input) => new(input.Category!.Value, input.Amount!.Value, input.SpentOn!.Value, input.Note);
}
