namespace SaleAuto.Calls;

/// <summary>Why a client is to be called.</summary>
public enum CallTaskKind
{
    /// <summary>First call of a buyout lead: 5 minutes.</summary>
    FirstCall,

    /// <summary>The client asked for a call: 15 minutes.</summary>
    Callback,

    /// <summary>The last call failed.</summary>
    Repeat,

    /// <summary>Calling on makes no sense by itself (threshold reached, wrong number): a manager decides, by one more call or by closing the lead.</summary>
    Decision,
}

/// <summary>State of one obligation to call. Overdue is derived from the deadline, never stored.</summary>
public enum CallTaskStatus
{
    /// <summary>Waits for a manager.</summary>
    Pending,

    /// <summary>A manager claimed it.</summary>
    InProgress,

    /// <summary>The talk was held.</summary>
    Succeeded,

    /// <summary>No talk, or no agreement.</summary>
    Failed,

    /// <summary>The lead was closed.</summary>
    Cancelled,
}

/// <summary>What came of a call.</summary>
public enum CallOutcome
{
    /// <summary>The meeting is agreed.</summary>
    Agreed,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>The line was busy.</summary>
    Busy,

    /// <summary>The number is somebody else's.</summary>
    WrongNumber,

    /// <summary>The client refused.</summary>
    Refused,

    /// <summary>The client wants time.</summary>
    Thinking,

    /// <summary>The car was sold to a competitor; the only outcome without a repeat call (specification 1.3).</summary>
    SoldToCompetitor,

    /// <summary>The client has another request open for the same car.</summary>
    Duplicate,

    /// <summary>A manager closed the request after deciding that calling on makes no sense.</summary>
    GivenUp,
}

/// <summary>Who was told of a call that nobody makes.</summary>
public enum CallEscalation
{
    /// <summary>The manager who is responsible, or those on duty.</summary>
    Responsible,

    /// <summary>Every manager.</summary>
    AllManagers,

    /// <summary>The owners too.</summary>
    Owners,
}
