using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

/// <summary>Actions, and taking changes back.</summary>
internal sealed partial class ResourceCommands
{
    public async Task<ResourceInput> PrepareActionAsync(ResourceModel resource, ActionModel action, Guid? id, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(isOffered: true, action.Permission, cancellationToken);
        access.Require(resource.Permission);
        if (action.NewInput is null)
        {
            return new ResourceInput();
        }
        object? values = null;
        if (id is { } row)
        {
            var entity = await rows.LoadAsync(resource, row, access, TrashMode.Without, cancellationToken);
            EnsureOpen(action, entity);
            values = action.InputFor?.Invoke(entity);
        }
        var fields = Writable(action.Fields, access);
        var input = InputValues.Read(values ?? action.NewInput()!, fields);
        var context = await DefaultsAsync(access, cancellationToken);
        foreach (var field in fields.Where(f => f.Input!.Default is not null))
        {
            input[field.Name] ??= field.Input!.Default!(context);
        }
        return input;
    }

    public async Task<SavedRow> RunActionAsync(
        ResourceModel resource, ActionModel action, Guid id, ResourceInput input, long? expectedVersion, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(isOffered: true, action.Permission, cancellationToken);
        access.Require(resource.Permission);
        object? values = null;
        if (action.NewInput is not null)
        {
            values = action.NewInput();
            var refusals = NotAllowed(action.Fields, input, access, _ => false);
            InputValues.Apply(input, values!, action.Fields);
            var errors = InputValues.Check(values!, action.Fields, action.Rules, input);
            await RefuseAsync([.. refusals, .. errors], action.Fields, input, cancellationToken);
        }
        var outer = operation.Action;
        try
        {
            return await unitOfWork.ExecuteAsync(
                async token =>
                {
                    operation.Action = action.Name;
                    var entity = await rows.LoadAsync(resource, id, access, TrashMode.Without, token);
                    EnsureVersion(entity, expectedVersion);
                    EnsureOpen(action, entity);
                    await TakeFilesAsync(await NewFilesAsync(action, entity, input, access, token), access, token);
                    await action.Run(services, entity, values, token);
                    await unitOfWork.SaveChangesAsync(token);
                    return new SavedRow(id, RowLoader.VersionOf(entity));
                },
                cancellationToken);
        }
        finally
        {
            operation.Action = outer;
        }
    }

    public async Task<SavedRow> RevertAsync(ResourceModel resource, Guid id, Guid auditEntryId, string field, CancellationToken cancellationToken)
    {
        var changed = resource.FormFields.FirstOrDefault(f => f.Name == field) is { Kind: not FieldKind.Lines } known && !known.Input!.IsReadOnly && !known.Input.IsOnlyForCreation
            ? known
            : throw new BusinessException(LowCodeErrorCodes.NotRevertible);
        var target = resource.EntityType.Name;
        var changes = await db.Set<AuditEntry>().Where(x => x.Id == auditEntryId && x.TargetType == target && x.TargetId == id).Select(x => x.Changes).FirstOrDefaultAsync(cancellationToken);
        var input = new ResourceInput();
        if (changes is null || !TryReadBefore(changes, changed, input))
        {
            throw new BusinessException(LowCodeErrorCodes.NotRevertible);
        }
        return await UpdateAsync(resource, id, input, UpdateBasis.FromHistory, cancellationToken);
    }

    // What the dialog was filled with from the row, the row holds already.
    private async Task<IReadOnlyList<(string Place, Guid Id)>> NewFilesAsync(
        ActionModel action, object entity, ResourceInput input, StaffAccess access, CancellationToken cancellationToken)
    {
        var named = InputValues.Files(input, action.Fields).ToList();
        if (named.Count > 0 && action.InputFor?.Invoke(entity) is { } present)
        {
            var held = InputValues.Files(InputValues.Read(present, action.Fields), action.Fields).Select(f => f.Id).ToHashSet();
            named.RemoveAll(f => held.Contains(f.Id));
        }
        await RefuseFilesAsync(named, access, cancellationToken);
        return named;
    }

    /// <summary>Takes the value of a field before a recorded change.</summary>
    internal static bool TryReadBefore(string changes, FieldModel field, ResourceInput input) => TryRead(changes, field, "before", input);

    /// <summary>Takes the value of a field after a recorded change.</summary>
    internal static bool TryReadAfter(string changes, FieldModel field, ResourceInput input) => TryRead(changes, field, "after", input);

    private static bool TryRead(string changes, FieldModel field, string side, ResourceInput input)
    {
        using var json = JsonDocument.Parse(changes);
        if (!json.RootElement.TryGetProperty(field.Input!.PropertyName, out var change) || !change.TryGetProperty(side, out var value))
        {
            return false;
        }
        using var one = JsonDocument.Parse($"{{{JsonSerializer.Serialize(field.Name)}:{value.GetRawText()}}}");
        var read = ResourceInput.FromJson(one.RootElement, [field]);
        input[field.Name] = read[field.Name];
        return read.Errors.Count == 0;
    }

    private static void EnsureOpen(ActionModel action, object entity)
    {
        if (action.IsVisibleFor?.Invoke(entity) == false)
        {
            throw new BusinessException(LowCodeErrorCodes.ActionNotOpen).WithData("Action", action.Name);
        }
    }
}
