namespace SaleAuto.LowCode;

/// <summary>
/// Changes rows of any resource for the current person: permission, row filter, field permissions and validation first, then the entity's own
/// constructor and methods, all in one transaction with events, search text and audit log.
/// </summary>
public interface IResourceCommands
{
    /// <summary>A new form: initial values of the input's fields by field name.</summary>
    Task<ResourceInput> NewAsync(ResourceModel resource, CancellationToken cancellationToken);

    /// <summary>The form of a record: its present values and version.</summary>
    Task<(ResourceInput Input, long Version)> EditAsync(ResourceModel resource, Guid id, CancellationToken cancellationToken);

    /// <summary>Creates a row.</summary>
    /// <returns>Id and version.</returns>
    /// <exception cref="Errors.InputValidationException">Names every wrong field.</exception>
    Task<SavedRow> CreateAsync(ResourceModel resource, ResourceInput input, CancellationToken cancellationToken);

    /// <summary>Checks a form without saving: faults by field; empty when it could be saved.</summary>
    Task<IReadOnlyList<Errors.InputError>> CheckAsync(ResourceModel resource, Guid? id, ResourceInput input, CancellationToken cancellationToken);

    /// <summary>Changes the given fields of a row.</summary>
    /// <exception cref="RowChangedException">The row is not at the expected version (and the change could not be merged).</exception>
    Task<SavedRow> UpdateAsync(ResourceModel resource, Guid id, ResourceInput input, UpdateBasis basis, CancellationToken cancellationToken);

    /// <summary>Puts a row into the trash, or removes it where there is none.</summary>
    Task DeleteAsync(ResourceModel resource, Guid id, long? expectedVersion, CancellationToken cancellationToken);

    /// <summary>Takes a row out of the trash.</summary>
    Task<SavedRow> RestoreAsync(ResourceModel resource, Guid id, CancellationToken cancellationToken);

    /// <summary>The form of an action's dialog for a row: initial values.</summary>
    Task<ResourceInput> PrepareActionAsync(ResourceModel resource, ActionModel action, Guid? id, CancellationToken cancellationToken);

    /// <summary>Runs an action on a row.</summary>
    /// <exception cref="Errors.BusinessException">The action makes no sense for the row now, or the domain refuses it.</exception>
    Task<SavedRow> RunActionAsync(ResourceModel resource, ActionModel action, Guid id, ResourceInput input, long? expectedVersion, CancellationToken cancellationToken);

    /// <summary>Sets one field back to what it was before an entry of the log.</summary>
    Task<SavedRow> RevertAsync(ResourceModel resource, Guid id, Guid auditEntryId, string field, CancellationToken cancellationToken);
}

/// <summary>Changes many rows at once, each on its own; tells what became of each.</summary>
public interface IResourceBulk
{
    /// <summary>Most rows of one operation.</summary>
    const int MaxRows = 1000;

    /// <summary>What an operation would do: how many rows it would touch, and the first of them with the reason why some could not be.</summary>
    Task<BulkPreview> PreviewAsync(ResourceModel resource, BulkRequest request, CancellationToken cancellationToken);

    /// <summary>Does it. Rows that refuse stay as they are; the others are changed.</summary>
    Task<BulkResult> RunAsync(ResourceModel resource, BulkRequest request, CancellationToken cancellationToken);

    /// <summary>Takes a bulk edit or deletion back: fields that nobody changed since get their former values, deleted rows come back.</summary>
    Task<BulkResult> UndoAsync(ResourceModel resource, Guid operationId, CancellationToken cancellationToken);
}

/// <summary>A change of many rows.</summary>
public sealed record BulkRequest
{
    /// <summary>The rows; empty when <see cref="Query"/> says which.</summary>
    public IReadOnlyList<Guid> Ids { get; init; } = [];

    /// <summary>All rows found by the query (filter, search); used when there are no ids.</summary>
    public ListQuery? Query { get; init; }

    /// <summary>What is done.</summary>
    public required BulkKind Kind { get; init; }

    /// <summary>The action, for <see cref="BulkKind.Action"/>.</summary>
    public ActionModel? Action { get; init; }

    /// <summary>New values of fields for <see cref="BulkKind.Update"/>, the dialog's input for an action.</summary>
    public ResourceInput Input { get; init; } = new();
}

/// <summary>What is done to many rows.</summary>
public enum BulkKind
{
    /// <summary>Fields are set.</summary>
    Update,

    /// <summary>Rows go into the trash.</summary>
    Delete,

    /// <summary>An action is run.</summary>
    Action,
}

/// <summary>What a bulk operation would do.</summary>
/// <param name="Count">Rows that it would touch.</param>
/// <param name="Sample">The first rows, with the reason why a row could not be changed, or null.</param>
public sealed record BulkPreview(int Count, IReadOnlyList<(Guid Id, string Label, string? Refusal)> Sample);

/// <summary>What became of a bulk operation.</summary>
/// <param name="OperationId">Names it for undo; null when it cannot be undone.</param>
/// <param name="Done">Rows changed.</param>
/// <param name="Refused">Rows that stayed as they were, with the error code and its values.</param>
public sealed record BulkResult(Guid? OperationId, int Done, IReadOnlyList<BulkRefusal> Refused);

/// <summary>A row that stayed as it was.</summary>
/// <param name="Id">The row.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Code">Error code, the key of the sentence for people.</param>
/// <param name="Values">Values that the sentence names.</param>
public sealed record BulkRefusal(Guid Id, string Label, string Code, IReadOnlyDictionary<string, object?> Values);

/// <summary>A row after saving.</summary>
/// <param name="Id">Id.</param>
/// <param name="Version">Its new version; 0 where rows carry none.</param>
public sealed record SavedRow(Guid Id, long Version);

/// <summary>What an update is based on.</summary>
/// <param name="Version">Version that the person saw; null to change whatever is there now.</param>
/// <param name="Originals">
/// Values that the person saw, by field name. When given, only fields whose new value differs are changed, and a newer version is no obstacle
/// as long as somebody else changed other fields: the changes merge.
/// </param>
public sealed record UpdateBasis(long? Version = null, ResourceInput? Originals = null)
{
    /// <summary>Change whatever is there now.</summary>
    public static UpdateBasis Latest { get; } = new();

    /// <summary>The values come from the row's own history: files that it held before may come back.</summary>
    internal static UpdateBasis FromHistory { get; } = new() { IsFromHistory = true };

    internal bool IsFromHistory { get; private init; }
}

/// <summary>Somebody else changed the row meanwhile.</summary>
public sealed class RowChangedException(long currentVersion, IReadOnlyList<FieldConflict> conflicts)
    : Exception("The row was changed meanwhile")
{
    /// <summary>Version of the row now.</summary>
    public long CurrentVersion { get; } = currentVersion;

    /// <summary>Fields that both changed; empty when only versions were compared.</summary>
    public IReadOnlyList<FieldConflict> Conflicts { get; } = conflicts;
}

/// <summary>A field that two people changed.</summary>
/// <param name="Field">The field.</param>
/// <param name="Current">Value now.</param>
/// <param name="Mine">Value that was to be saved.</param>
public sealed record FieldConflict(FieldModel Field, object? Current, object? Mine);
