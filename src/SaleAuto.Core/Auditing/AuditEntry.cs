using SaleAuto.Entities;
using SaleAuto.Searching;

namespace SaleAuto.Auditing;

/// <summary>One line of the audit log. The database itself refuses to change or delete it.</summary>
public class AuditEntry : Entity<Guid>, IGuardedSearchable
{
    private AuditEntry()
    {
    } // EF Core

    /// <summary>Writes down what was done, without the person's name: it is added when the line is saved.</summary>
    public AuditEntry(Guid id, DateTime at, AuditActor actor, AuditOrigin origin, AuditSubject subject)
        : base(id)
    {
        At = at;
        (ActorKind, ActorId) = actor;
        (Address, CorrelationId) = (Cut(origin.Address, AuditConsts.MaxAddressLength), Cut(origin.CorrelationId, AuditConsts.MaxCorrelationIdLength));
        Action = Check.NotNullOrWhiteSpace(subject.Action, nameof(subject), AuditConsts.MaxActionLength);
        TargetType = Check.Length(subject.TargetType, nameof(subject), AuditConsts.MaxTargetTypeLength);
        (TargetId, TargetVersion, Changes) = (subject.TargetId, subject.TargetVersion, subject.Changes);
        Note = Cut(subject.Note, AuditConsts.MaxNoteLength);
        OperationId = subject.OperationId;
    }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who did it: staff, client, or the program.</summary>
    public AuditActorKind ActorKind { get; private set; }

    /// <summary>The staff member or the client; null for the program and for visitors.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Full name of the staff member at that time; never a client's.</summary>
    public string? ActorName { get; private set; }

    /// <summary>What was done, one of <see cref="AuditActions"/> or the name of a business action.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Type name of the entity, such as <c>Lead</c>.</summary>
    public string? TargetType { get; private set; }

    /// <summary>The row.</summary>
    public Guid? TargetId { get; private set; }

    /// <summary>Version of the row after the change; null where rows have none.</summary>
    public long? TargetVersion { get; private set; }

    /// <summary>JSON object <c>{"Field":{"before":…,"after":…}}</c>, or null.</summary>
    public string? Changes { get; private set; }

    /// <summary>Reason or parameters, for people.</summary>
    public string? Note { get; private set; }

    /// <summary>Network address that the request came from.</summary>
    public string? Address { get; private set; }

    /// <summary>Trace id, the same as in the logs.</summary>
    public string? CorrelationId { get; private set; }

    /// <summary>Groups the lines of one bulk operation.</summary>
    public Guid? OperationId { get; private set; }

    /// <summary>Adds the name of the person, which is known only when the line is saved.</summary>
    public void Sign(string? actorName) => ActorName = Cut(actorName, AuditConsts.MaxActorNameLength);

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}

/// <summary>Who did something.</summary>
public readonly record struct AuditActor(AuditActorKind Kind, Guid? Id);

/// <summary>Where it was done from.</summary>
public readonly record struct AuditOrigin(string? Address, string? CorrelationId);

/// <summary>What was done to what. <paramref name="Changes"/> is a JSON object of fields before and after.</summary>
public readonly record struct AuditSubject(
    string Action,
    string? TargetType,
    Guid? TargetId,
    long? TargetVersion,
    string? Changes,
    string? Note,
    Guid? OperationId);

/// <summary>Kinds of those who do something.</summary>
public enum AuditActorKind
{
    /// <summary>Workers, seeding, and visitors who are not signed in.</summary>
    Program,

    /// <summary>A staff member.</summary>
    Staff,

    /// <summary>A client on the public site.</summary>
    Client,
}
