namespace SaleAuto.Calls;

/// <summary>Permissions on calls.</summary>
public static class CallPermissions
{
    /// <summary>Seeing the call desk, taking calls and recording their results.</summary>
    public const string Work = "SaleAuto.CallTasks.Work";

    /// <summary>Giving back a call that a colleague holds.</summary>
    public const string ReleaseAny = "SaleAuto.CallTasks.ReleaseAny";
}
