using SaleAuto.Entities;
using SaleAuto.Errors;

namespace SaleAuto.Calls;

/// <summary>One obligation to call a client before a deadline (domain facts, 2.2).</summary>
public class CallTask : FullAuditedAggregateRoot<Guid>
{
    private CallTask()
    {
    } // EF Core

    /// <summary>Promises a call.</summary>
    public CallTask(Guid id, Guid leadId, CallTaskKind kind, DateTime promisedAt, DateTime dueAt)
        : base(id)
    {
        LeadId = leadId;
        Kind = kind;
        PromisedAt = promisedAt;
        DueAt = Check.Range(dueAt, nameof(dueAt), promisedAt, DateTime.MaxValue);
    }

    /// <summary>Whom to call about what.</summary>
    public Guid LeadId { get; private set; }

    /// <summary>Why.</summary>
    public CallTaskKind Kind { get; private set; }

    /// <summary>Where it stands. Overdue is <see cref="IsOverdue"/>.</summary>
    public CallTaskStatus Status { get; private set; } = CallTaskStatus.Pending;

    /// <summary>When the promise was made, UTC.</summary>
    public DateTime PromisedAt { get; private set; }

    /// <summary>Until when the client is to be called, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Who took it.</summary>
    public Guid? ManagerId { get; private set; }

    /// <summary>When it was taken, UTC.</summary>
    public DateTime? TakenAt { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>What came of it.</summary>
    public CallOutcome? Outcome { get; private set; }

    /// <summary>Whether somebody still has to call.</summary>
    public bool IsOpen => Status is CallTaskStatus.Pending or CallTaskStatus.InProgress;

    /// <summary>The deadline passed and nobody took the call; a late answer stays a miss in reports.</summary>
    public bool IsOverdue(DateTime now) => Status == CallTaskStatus.Pending ? now > DueAt : TakenAt > DueAt;

    /// <summary>A manager takes the call; the version lets only one of two win.</summary>
    public void Take(Guid managerId, DateTime at)
    {
        if (Status == CallTaskStatus.InProgress && ManagerId == managerId)
        {
            return; // a double click takes it once
        }
        EnsureStatus(CallTaskStatus.Pending, SaleAutoErrorCodes.Calls.AlreadyTaken);
        Status = CallTaskStatus.InProgress;
        ManagerId = managerId;
        TakenAt = at;
    }

    /// <summary>Records what came of the call.</summary>
    public void Finish(CallOutcome outcome, DateTime at)
    {
        EnsureStatus(CallTaskStatus.InProgress, SaleAutoErrorCodes.Calls.WrongStatus);
        Outcome = outcome;
        EndedAt = at;
        Status = outcome == CallOutcome.Agreed ? CallTaskStatus.Succeeded : CallTaskStatus.Failed;
    }

    /// <summary>The client asked again: the call may only become sooner, never later.</summary>
    public void Hasten(DateTime dueAt)
    {
        EnsureStatus(CallTaskStatus.Pending, SaleAutoErrorCodes.Calls.WrongStatus);
        DueAt = dueAt < DueAt ? dueAt : DueAt;
    }

    /// <summary>The lead was closed; an ended task stays as it is.</summary>
    public void Cancel(DateTime at)
    {
        if (IsOpen)
        {
            Status = CallTaskStatus.Cancelled;
            EndedAt = at;
        }
    }

    private void EnsureStatus(CallTaskStatus required, string code)
    {
        if (Status != required)
        {
            throw new BusinessException(code).WithData("Status", Status);
        }
    }
}
