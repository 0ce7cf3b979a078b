namespace SaleAuto.Staff;

/// <summary>Bounds of a staff member's fields.</summary>
public static class StaffConsts
{
    /// <summary>Longest full name.</summary>
    public const int MaxNameLength = 150;
}
