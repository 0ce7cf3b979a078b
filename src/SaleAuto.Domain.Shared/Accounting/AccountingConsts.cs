namespace SaleAuto.Accounting;

/// <summary>Bounds of the books.</summary>
public static class AccountingConsts
{
    /// <summary>Longest name of a cash place.</summary>
    public const int MaxPlaceNameLength = 60;

    /// <summary>Longest note, reason included.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>Largest sum of one movement, roubles.</summary>
    public const int MaxAmount = 1_000_000_000;

    /// <summary>Hours after its midnight before a day can be closed: what began on it has ended by then.</summary>
    public const int ClosingDelayHours = 1;
}

/// <summary>Permissions of the books that no screen definition brings along.</summary>
public static class AccountingPermissions
{
    /// <summary>Sees balances, books and profit of the company.</summary>
    public const string Default = "SaleAuto.Accounting";

    /// <summary>Sees the own balance.</summary>
    public const string OwnBalance = "SaleAuto.OwnBalance";

    /// <summary>Approves expenses above the limit of who spent.</summary>
    public const string ApproveExpenses = "SaleAuto.Accounting.ApproveExpenses";
}
