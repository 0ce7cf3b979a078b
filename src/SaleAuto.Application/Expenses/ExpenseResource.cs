using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Expenses;

/// <summary>Money spent on cars in stock. A seller sees the own expenses.</summary>
public sealed class ExpenseResource : ResourceDefinition<Expense, ExpenseInput>
{
    protected override void Define(ResourceBuilder<Expense, ExpenseInput> expense)
    {
        expense.Menu("Finance", icon: "receipt", order: 10);
        expense.Permissions("SaleAuto.Expenses", StaffRoles.Seller, StaffRoles.Owner);
        expense.Grant("Create", StaffRoles.Seller, StaffRoles.Owner);
        expense.Grant("Update", StaffRoles.Seller, StaffRoles.Owner);
        expense.Grant("Export", StaffRoles.Owner);
        expense.RowFilter(StaffRoles.Seller, (row, person) => row.SpentById == person);

        expense.Rollup<Car, string?>("carNumber", (row, cars) => cars.Where(c => c.Id == row.CarId).Select(c => c.Number).FirstOrDefault()).DetailOnly();
        expense.Column(x => x.SpentOn).DefaultSortDescending();
        expense.Column(x => x.CarId).Reference<Car>(car => car.Number);
        expense.Column(x => x.Category).Badge();
        expense.Column(x => x.Amount).Money().Total();
        expense.Rollup<Expense, bool>("alike", (row, others) => others.Any(other => other.Id != row.Id && other.Amount == row.Amount && other.SpentOn == row.SpentOn
            && (other.CarId == row.CarId || other.SpentById == row.SpentById) && other.Status != ExpenseStatus.Rejected && other.Status != ExpenseStatus.Reversed));
        expense.Column(x => x.SpentById).Reference<StaffMember>(staff => staff.FullName);
        expense.Column(x => x.PaidFromId).Reference<CashPlace>(place => place.Name).Hidden();
        expense.Column(x => x.Status).Badge();
        expense.Column(x => x.EvidenceFileId).File();
        expense.Column(x => x.Note);
        expense.Column(x => x.DecidedById).Reference<StaffMember>(staff => staff.FullName).DetailOnly();
        expense.Column(x => x.DecidedAt).DetailOnly();
        expense.Column(x => x.DecisionReason).DetailOnly();
        expense.Filter(x => x.SpentOn);
        expense.Filter(x => x.CarId);
        expense.Filter(x => x.Category);
        expense.Filter(x => x.SpentById);
        expense.Filter(x => x.Status);

        expense.Field(x => x.CarId).Lookup<Car>(car => car.Number).OnlyForCreation();
        expense.Field(x => x.Category).Inline();
        expense.Field(x => x.Amount).Money().Inline();
        expense.Field(x => x.SpentOn).Default(x => x.Today);
        expense.Field(x => x.PaidFromId).Lookup<CashPlace>(place => place.Name).Permission(AccountingPermissions.Default);
        expense.Field(x => x.EvidenceFileId).File();
        expense.Field(x => x.Note).Multiline();
        expense.Create<ExpenseDesk>((desk, id, input, token) => desk.CreateAsync(id, input, token));
        expense.Update<ExpenseDesk>((desk, row, input, token) => desk.CorrectAsync(row, input, token));

        expense.Action("Approve").Icon("check").Permission(AccountingPermissions.ApproveExpenses).VisibleWhen(x => x.Status == ExpenseStatus.AwaitingApproval).Confirm()
            .Run<ExpenseDesk>((desk, row, token) => desk.ApproveAsync(row, token));
        var reject = expense.Action<ExpenseReasonInput>("Reject").Icon("ban").Permission(AccountingPermissions.ApproveExpenses).VisibleWhen(x => x.Status == ExpenseStatus.AwaitingApproval).Dangerous()
            .Run<ExpenseDesk>((desk, row, input, _) => desk.RejectAsync(row, input));
        reject.Field(x => x.Reason).Multiline();
        var reverse = expense.Action<ExpenseReasonInput>("Reverse").Icon("arrow-back-up").Permission(AccountingPermissions.ApproveExpenses).VisibleWhen(x => x.Status == ExpenseStatus.Posted).Dangerous()
            .Run<ExpenseDesk>((desk, row, input, token) => desk.ReverseAsync(row, input, token));
        reverse.Field(x => x.Reason).Multiline();
    }
}
