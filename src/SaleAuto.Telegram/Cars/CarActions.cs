namespace SaleAuto.Cars;

/// <summary>Names of the buttons about stock cars.</summary>
internal static class CarActions
{
    public const string My = "car.my";
    public const string Open = "car.open";
    public const string Expense = "expense.add";
    public const string FinishRestoration = "car.ready";
    public const string PutOnSale = "car.sale";
    public const string Resell = "car.sold";
}
