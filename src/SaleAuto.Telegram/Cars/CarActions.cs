using SaleAuto.Messages;

namespace SaleAuto.Cars;

/// <summary>Names of the buttons about stock cars.</summary>
internal static class CarActions
{
    public const string My = "car.my";
    public const string Open = BotActionNames.OpenCar;
    public const string Expense = "expense.add";
    public const string FinishRestoration = "car.ready";
    public const string PutOnSale = "car.sale";
    public const string Resell = "car.sold";
    public const string Deposit = "car.deposit";
    public const string CancelResale = "car.cancel-sale";
    public const string ApproveExpense = "expense.approve";
    public const string RejectExpense = "expense.reject";
    public const string Balance = "balance";
}
