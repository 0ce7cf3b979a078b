using SaleAuto.Entities;
using SaleAuto.Leads;

namespace SaleAuto.Calls;

/// <summary>One call made: who, when, what came of it and what was learned. Never changed afterwards.</summary>
public class CallAttempt : FullAuditedAggregateRoot<Guid>
{
    private readonly List<LeadField> _learned = [];

    private CallAttempt()
    {
    } // EF Core

    /// <summary>Records a call.</summary>
    public CallAttempt(Guid id, CallTask task, Guid managerId, CallOutcome outcome, string? note, IEnumerable<LeadField> learned, DateTime at)
        : base(id)
    {
        CallTaskId = task.Id;
        LeadId = task.LeadId;
        ManagerId = managerId;
        Outcome = outcome;
        Note = Check.Length(note?.Trim(), nameof(note), CallConsts.MaxNoteLength);
        At = at;
        WasLate = task.IsOverdue(at);
        _learned.AddRange(learned);
    }

    /// <summary>The obligation that it served.</summary>
    public Guid CallTaskId { get; private set; }

    /// <summary>The lead, as it was then.</summary>
    public Guid LeadId { get; private set; }

    /// <summary>Who called.</summary>
    public Guid ManagerId { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>What came of it.</summary>
    public CallOutcome Outcome { get; private set; }

    /// <summary>What the manager noted.</summary>
    public string? Note { get; private set; }

    /// <summary>Whether the promise to the client had been missed.</summary>
    public bool WasLate { get; private set; }

    /// <summary>Facts of the lead that were corrected in this call; the values stand in the lead's history.</summary>
    public IReadOnlyList<LeadField> Learned => _learned;
}
