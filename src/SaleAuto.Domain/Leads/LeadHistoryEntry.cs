using SaleAuto.Entities;

namespace SaleAuto.Leads;

/// <summary>One thing that happened to a lead: who, when, from, to and why.</summary>
public class LeadHistoryEntry : Entity<Guid>
{
    private LeadHistoryEntry()
    {
    } // EF Core

    internal LeadHistoryEntry(Guid id, DateTime at, LeadHistoryKind kind, LeadStatus? from, LeadStatus to, Guid? actorId, string? note)
        : base(id)
    {
        At = at;
        Kind = kind;
        From = from;
        To = to;
        ActorId = actorId;
        Note = Check.Length(note, nameof(note), LeadConsts.MaxNoteLength);
    }

    internal static LeadHistoryEntry Correction(DateTime at, LeadStatus status, Guid staffId, LeadField field, string? before, string? after, string? note = null) =>
        new(Guid.CreateVersion7(), at, LeadHistoryKind.Corrected, status, status, staffId, note)
        {
            Field = field,
            Before = Check.Length(before, nameof(before), LeadConsts.MaxValueLength),
            After = Check.Length(after, nameof(after), LeadConsts.MaxValueLength),
        };

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>What kind of thing.</summary>
    public LeadHistoryKind Kind { get; private set; }

    /// <summary>Status before; null for the first entry.</summary>
    public LeadStatus? From { get; private set; }

    /// <summary>Status after.</summary>
    public LeadStatus To { get; private set; }

    /// <summary>The corrected field, and only for a correction.</summary>
    public LeadField? Field { get; private set; }

    /// <summary>Its old value as a machine writes it: an invariant number, the name of an enum value; null when there was none.</summary>
    public string? Before { get; private set; }

    /// <summary>Its new value.</summary>
    public string? After { get; private set; }

    /// <summary>Staff member or client who did it; null for the program.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Reason, or the number of the joined request.</summary>
    public string? Note { get; private set; }
}
