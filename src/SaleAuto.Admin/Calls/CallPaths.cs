namespace SaleAuto.Admin.Calls;

/// <summary>Addresses of the call desk.</summary>
internal static class CallPaths
{
    /// <summary>The desk.</summary>
    public const string Desk = AdminScreens.Home + "/calls";

    /// <summary>The desk with a call beside the queue.</summary>
    public static string Open(Guid taskId) => $"{Desk}?task={taskId}";

    /// <summary>A part or a command of one call.</summary>
    public static string Of(Guid taskId, string part) => $"{Desk}/{taskId}/{part}";

    /// <summary>The page of a lead.</summary>
    public static string Lead(Guid leadId) => $"{AdminScreens.Home}/leads/{leadId}";
}
