using SaleAuto.Auditing;

namespace SaleAuto.LowCode;

/// <summary>What became of a row: the lines of the audit log as the current person may read them. Fields that the person may not see do not appear, nor do properties that no field shows.</summary>
public interface IResourceHistory
{
    /// <summary>A page of the row's history, newest first.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is no such row, or the person may not see it.</exception>
    Task<HistoryPage> GetAsync(ResourceModel resource, Guid id, HistoryQuery query, CancellationToken cancellationToken);

    /// <summary>Who changed which fields after a version of the row and up to another: what merged with somebody's form.</summary>
    Task<IReadOnlyList<HistoryEntry>> GetBetweenAsync(ResourceModel resource, Guid id, long afterVersion, long upToVersion, CancellationToken cancellationToken);
}

/// <summary>Which part of the history is asked for.</summary>
public sealed record HistoryQuery
{
    /// <summary>Most entries of one page.</summary>
    public const int MaxPageSize = 100;

    /// <summary>Entries of a page, 1 to <see cref="MaxPageSize"/>.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Only what happened before this moment, UTC; null for the newest.</summary>
    public DateTime? Before { get; init; }

    /// <summary>Only changes of this field, by its name; null for all.</summary>
    public string? Field { get; init; }

    /// <summary>Only what this person did; null for all.</summary>
    public Guid? ActorId { get; init; }
}

/// <summary>A page of a row's history.</summary>
/// <param name="Entries">Newest first. Entries of one moment stand on one page.</param>
/// <param name="Before">What to ask for next; null when nothing is older.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryEntry> Entries, DateTime? Before);

/// <summary>One thing done to the row.</summary>
/// <param name="Id">The entry of the audit log.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ActorKind">Who: staff, client, or the program.</param>
/// <param name="ActorId">The person, or null.</param>
/// <param name="ActorName">Name of the staff member at that time.</param>
/// <param name="Action">One of <see cref="AuditActions"/> or the name of an action of the resource.</param>
/// <param name="Version">Version of the row after it; null where rows have none.</param>
/// <param name="Note">Reason or parameters, for people.</param>
/// <param name="Changes">Fields that changed, in screen order.</param>
public sealed record HistoryEntry(
    Guid Id,
    DateTime At,
    AuditActorKind ActorKind,
    Guid? ActorId,
    string? ActorName,
    string Action,
    long? Version,
    string? Note,
    IReadOnlyList<HistoryChange> Changes);

/// <summary>A field before and after.</summary>
/// <param name="Field">The field.</param>
/// <param name="Before">.NET value before; null when empty.</param>
/// <param name="After">.NET value after; null when empty.</param>
/// <param name="BeforeLabel">What the row that a lookup pointed to is called.</param>
/// <param name="AfterLabel">What the row that a lookup points to is called.</param>
/// <param name="CanRevert">Whether the person may set the field back to what it was before.</param>
public sealed record HistoryChange(FieldModel Field, object? Before, object? After, string? BeforeLabel, string? AfterLabel, bool CanRevert);
