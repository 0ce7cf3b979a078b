using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Validation;

namespace SaleAuto.Expenses;

internal sealed class ExpenseApprovalAppService(
    StaffDoor door,
    IRepository<Expense> expenses,
    IRepository<Car> cars,
    ExpenseManager manager,
    ICarBooksQuery books,
    IStaffDirectory staff,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IExpenseApprovalAppService
{
    public async Task<ExpenseApprovalDto> GetAsync(Guid expenseId, CancellationToken cancellationToken)
    {
        await door.RequireAsync(AccountingPermissions.ApproveExpenses, cancellationToken);
        var expense = await expenses.GetAsync(expenseId, cancellationToken);
        var car = await cars.GetAsync(expense.CarId, cancellationToken);
        var money = await books.GetAsync(car.Id, cancellationToken);
        return new ExpenseApprovalDto(
            expense.Id,
            car.Id,
            car.Number,
            $"{car.Make} {car.Model}, {car.Year}",
            money.Buyout + money.Expenses,
            expense.Category,
            expense.Amount,
            expense.SpentOn,
            await staff.FindNameAsync(expense.SpentById, cancellationToken) ?? "—",
            expense.Note,
            expense.Status,
            expense.DecisionReason);
    }

    public async Task AnswerAsync(Guid expenseId, ExpenseAnswerInput input, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(AccountingPermissions.ApproveExpenses, cancellationToken);
        InputValidator.Validate(input);
        if (input.IsApproved == false && string.IsNullOrWhiteSpace(input.Reason))
        {
            throw new InputValidationException(nameof(input.Reason), SaleAutoErrorCodes.Fields.Required);
        }
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var expense = await expenses.GetAsync(expenseId, token);
                var wanted = input.IsApproved!.Value ? ExpenseStatus.Posted : ExpenseStatus.Rejected;
                if (expense.Status == wanted && expense.DecidedById == me)
                {
                    return expense.Id; // a double press
                }
                if (expense.Amount != input.Amount)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Expenses.WrongStatus).WithData("Status", expense.Status);
                }
                if (input.IsApproved.Value)
                {
                    await manager.ApproveAsync(expense, me, token);
                }
                else
                {
                    expense.Reject(me, input.Reason!, clock.GetUtcNow().UtcDateTime);
                }
                return expense.Id;
            },
            cancellationToken);
    }
}
