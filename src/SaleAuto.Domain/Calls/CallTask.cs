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
    /// <param name="id">Its identity.</param>
    /// <param name="leadId">Whom to call about what.</param>
    /// <param name="kind">Why.</param>
    /// <param name="promisedAt">When the promise was made, UTC.</param>
    /// <param name="dueAt">Until when the client is to be called, UTC.</param>
    /// <param name="responsibleId">The manager who knows the client and is reminded first; null for those on duty.</param>
    public CallTask(Guid id, Guid leadId, CallTaskKind kind, DateTime promisedAt, DateTime dueAt, Guid? responsibleId = null)
        : base(id)
    {
        LeadId = leadId;
        Kind = kind;
        PromisedAt = promisedAt;
        DueAt = Check.Range(dueAt, nameof(dueAt), promisedAt, DateTime.MaxValue);
        RemindAt = DueAt;
        ResponsibleId = responsibleId;
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

    /// <summary>The manager who knows the client and is reminded first; null for those on duty.</summary>
    public Guid? ResponsibleId { get; private set; }

    /// <summary>The lead that it was promised for, when that one joined <see cref="LeadId"/>.</summary>
    public Guid? MergedFromLeadId { get; private set; }

    /// <summary>Who took it.</summary>
    public Guid? ManagerId { get; private set; }

    /// <summary>When it was taken, UTC.</summary>
    public DateTime? TakenAt { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>What came of it.</summary>
    public CallOutcome? Outcome { get; private set; }

    /// <summary>Put off after its deadline had passed: stays a miss in reports.</summary>
    public bool WasMissed { get; private set; }

    /// <summary>When somebody is to be reminded next, UTC; null when nobody is.</summary>
    public DateTime? RemindAt { get; private set; }

    /// <summary>Reminders so far.</summary>
    public int Reminders { get; private set; }

    /// <summary>Who has been told that nobody calls.</summary>
    public CallEscalation Escalation { get; private set; }

    /// <summary>Whether somebody still has to call.</summary>
    public bool IsOpen => Status is CallTaskStatus.Pending or CallTaskStatus.InProgress;

    /// <summary>The deadline passed and nobody took the call; a late answer stays a miss in reports.</summary>
    public bool IsOverdue(DateTime now) => WasMissed || (Status == CallTaskStatus.Pending ? now > DueAt : TakenAt > DueAt);

    /// <summary>A manager takes the call; the version lets only one of two win.</summary>
    public void Take(Guid managerId, DateTime at)
    {
        if (Status == CallTaskStatus.InProgress && ManagerId == managerId)
        {
            return; // a double click takes it once
        }
        EnsureStatus(CallTaskStatus.Pending, IsOpen ? SaleAutoErrorCodes.Calls.AlreadyTaken : SaleAutoErrorCodes.Calls.Ended);
        Status = CallTaskStatus.InProgress;
        ManagerId = managerId;
        TakenAt = at;
        RemindAt = null;
    }

    /// <summary>The manager gives it back without having called; the deadline stays.</summary>
    public void Release()
    {
        EnsureStatus(CallTaskStatus.InProgress, SaleAutoErrorCodes.Calls.WrongStatus);
        (Status, ManagerId, TakenAt) = (CallTaskStatus.Pending, null, null);
        RemindAt = DueAt;
    }

    /// <summary>The client asked for another time. A deadline that had passed by then stays a miss.</summary>
    public void Reschedule(DateTime dueAt, DateTime at)
    {
        EnsureStatus(CallTaskStatus.Pending, SaleAutoErrorCodes.Calls.WrongStatus);
        WasMissed = IsOverdue(at);
        DueAt = Check.Range(dueAt, nameof(dueAt), at, DateTime.MaxValue);
        (RemindAt, Reminders, Escalation) = (DueAt, 0, CallEscalation.Responsible);
    }

    /// <summary>The lead joined another one, or is taken apart from it: the call goes on there.</summary>
    public void MoveTo(Guid leadId)
    {
        MergedFromLeadId = MergedFromLeadId == leadId ? null : LeadId;
        LeadId = leadId;
    }

    /// <summary>Records what came of the call.</summary>
    public void Finish(CallOutcome outcome, DateTime at)
    {
        EnsureStatus(CallTaskStatus.InProgress, SaleAutoErrorCodes.Calls.WrongStatus);
        Outcome = outcome;
        EndedAt = at;
        RemindAt = null;
        Status = outcome == CallOutcome.Agreed ? CallTaskStatus.Succeeded : CallTaskStatus.Failed;
    }

    /// <summary>The client asked again: the call may only become sooner, never later.</summary>
    public void Hasten(DateTime dueAt)
    {
        EnsureStatus(CallTaskStatus.Pending, SaleAutoErrorCodes.Calls.WrongStatus);
        if (dueAt < DueAt)
        {
            (DueAt, RemindAt) = (dueAt, dueAt);
        }
    }

    /// <summary>The lead was closed; an ended task stays as it is.</summary>
    public void Cancel(DateTime at)
    {
        if (IsOpen)
        {
            Status = CallTaskStatus.Cancelled;
            EndedAt = at;
            RemindAt = null;
        }
    }

    /// <summary>Time to remind of a call that nobody makes, and to tell more people the later it is.</summary>
    /// <returns>Who is to be told of what, or null when it is not time (another node was quicker, somebody took the call).</returns>
    public CallReminder? Remind(DateTime now, CallSettings settings)
    {
        if (Status != CallTaskStatus.Pending || RemindAt is null || RemindAt > now)
        {
            return null;
        }
        var toAll = DueAt.AddMinutes(settings.EscalateToAllMinutes);
        var toOwners = DueAt.AddMinutes(settings.EscalateToOwnersMinutes);
        var before = Escalation;
        Escalation = now >= toOwners ? CallEscalation.Owners : now >= toAll ? CallEscalation.AllManagers : before;
        Reminders++;
        DateTime?[] next =
        [
            Reminders < settings.MostReminders ? now.AddMinutes(settings.ReminderMinutes) : null,
            Escalation < CallEscalation.AllManagers ? toAll : null,
            Escalation < CallEscalation.Owners ? toOwners : null,
        ];
        RemindAt = next.Min();
        return new CallReminder(Reminders, before, Escalation);
    }

    private void EnsureStatus(CallTaskStatus required, string code)
    {
        if (Status != required)
        {
            throw new BusinessException(code).WithData("Status", Status);
        }
    }
}

/// <summary>A reminder that is due.</summary>
/// <param name="Number">Which of the call, from 1.</param>
/// <param name="Before">Who had been told before.</param>
/// <param name="Now">Who has been told with it; when the same as before, it is a plain reminder.</param>
public sealed record CallReminder(int Number, CallEscalation Before, CallEscalation Now);
