namespace SaleAuto.Calls;

/// <summary>Names of the buttons about calls; those that notifications carry stand in <see cref="Messages.BotActionNames"/>.</summary>
internal static class CallActions
{
    /// <summary>The queue; with <see cref="Later"/> what is not for today.</summary>
    public const string Queue = "calls.list";

    /// <summary>Gives a call back.</summary>
    public const string Release = "call.release";

    /// <summary>Records a result.</summary>
    public const string Result = "call.result";

    /// <summary>Plans the meeting that was agreed.</summary>
    public const string Plan = "call.plan";

    /// <summary>Word of <see cref="Queue"/>.</summary>
    public const string Later = "later";
}
