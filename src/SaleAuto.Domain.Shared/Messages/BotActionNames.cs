namespace SaleAuto.Messages;

/// <summary>What buttons under messages do in the bot; each takes the id of a record.</summary>
public static class BotActionNames
{
    /// <summary>Shows a deal of the seller.</summary>
    public const string OpenDeal = "deal.open";

    /// <summary>The seller will come.</summary>
    public const string AcceptDeal = "deal.accept";

    /// <summary>The seller is on the way.</summary>
    public const string SetOnTheWay = "deal.on-the-way";

    /// <summary>Shows a request for another seller.</summary>
    public const string OpenReassignment = "reassignment.open";

    /// <summary>Takes the deal of a request.</summary>
    public const string AcceptReassignment = "reassignment.accept";

    /// <summary>Shows a call.</summary>
    public const string OpenCall = "call.open";

    /// <summary>The manager takes the call.</summary>
    public const string TakeCall = "call.take";

    /// <summary>Shows a price that needs a yes; the id is the deal's.</summary>
    public const string OpenApproval = "approval.open";

    /// <summary>Shows an expense that needs a yes.</summary>
    public const string OpenExpense = "expense.open";

    /// <summary>Shows a car of the seller.</summary>
    public const string OpenCar = "car.open";
}
