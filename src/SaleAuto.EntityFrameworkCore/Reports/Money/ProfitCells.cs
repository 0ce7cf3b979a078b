namespace SaleAuto.Reports.Money;

/// <summary>Cost, revenue, profit and return, as several reports show them beside each other.</summary>
internal static class ProfitCells
{
    public static object?[] Of(decimal revenue, decimal profit) => [revenue - profit, revenue, profit, ReturnOn(revenue - profit, profit)];

    private static decimal? ReturnOn(decimal cost, decimal profit) => cost > 0 ? decimal.Round(profit / cost, 4) : null;
}
