namespace SaleAuto.Expenses;

/// <summary>Bounds of an expense's fields.</summary>
public static class ExpenseConsts
{
    /// <summary>Largest sum of one expense, roubles.</summary>
    public const int MaxAmount = 10_000_000;

    /// <summary>Longest note.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>Longest key that names a repeated press or picture.</summary>
    public const int MaxKeyLength = 100;
}
