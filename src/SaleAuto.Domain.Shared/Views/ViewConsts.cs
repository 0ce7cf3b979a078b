namespace SaleAuto.Views;

/// <summary>Limits of saved views of lists.</summary>
public static class ViewConsts
{
    public const int MaxNameLength = 60;
    public const int MaxResourceLength = 60;

    /// <summary>A state is the query of the list's address; a filter alone may have 4000 characters.</summary>
    public const int MaxStateLength = 8000;

    public const int MaxColumnsLength = 2000;

    /// <summary>Most private views of one person on one list, so that the menu stays a menu.</summary>
    public const int MaxOwnViews = 50;
}

/// <summary>Who sees a saved view. Stored as text.</summary>
public enum ViewAudience
{
    /// <summary>Its owner alone.</summary>
    Private,

    /// <summary>Everybody with the role.</summary>
    Role,

    /// <summary>Everybody who sees the list.</summary>
    Shared,
}

/// <summary>How tall the rows of a list are. Stored as text.</summary>
public enum RowDensity
{
    Normal,
    Compact,
    Spacious,
}

/// <summary>Names of the permissions on saved views.</summary>
public static class ViewPermissions
{
    /// <summary>Give views to a role or to everybody, and change or remove such views of others.</summary>
    public const string Share = "SaleAuto.Views.Share";
}
