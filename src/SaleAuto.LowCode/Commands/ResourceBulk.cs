using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

/// <inheritdoc cref="IResourceBulk" />
internal sealed class ResourceBulk(
    DbContext db, RowLoader rows, IResourceReader reader, IResourceCommands commands, IStaffAccessProvider accessProvider, IAuditOperation operation) : IResourceBulk
{
    private const int SampleSize = 10;

    public async Task<BulkPreview> PreviewAsync(ResourceModel resource, BulkRequest request, CancellationToken cancellationToken)
    {
        var access = await RequireAsync(resource, request, cancellationToken);
        var ids = await IdsAsync(resource, request, cancellationToken);
        var labels = await reader.GetLabelsAsync(resource, [.. ids.Take(SampleSize)], cancellationToken);
        var sample = new List<(Guid, string, string?)>();
        foreach (var id in ids.Take(SampleSize).Where(labels.ContainsKey))
        {
            sample.Add((id, labels[id], await RefusalAsync(resource, request, id, access, cancellationToken)));
        }
        return new BulkPreview(ids.Count, sample);
    }

    public async Task<BulkResult> RunAsync(ResourceModel resource, BulkRequest request, CancellationToken cancellationToken)
    {
        await RequireAsync(resource, request, cancellationToken);
        var ids = await IdsAsync(resource, request, cancellationToken);
        var operationId = Guid.CreateVersion7();
        var result = await EachAsync(resource, ids, operationId, id => request.Kind switch
        {
            BulkKind.Update => commands.UpdateAsync(resource, id, Copy(request.Input), UpdateBasis.Latest, cancellationToken),
            BulkKind.Delete => commands.DeleteAsync(resource, id, null, cancellationToken),
            _ => commands.RunActionAsync(resource, request.Action!, id, Copy(request.Input), null, cancellationToken),
        });
        var canUndo = result.Done > 0 && (request.Kind == BulkKind.Update || (request.Kind == BulkKind.Delete && resource.HasTrash));
        return canUndo ? result : result with { OperationId = null };
    }

    public async Task<BulkResult> UndoAsync(ResourceModel resource, Guid operationId, CancellationToken cancellationToken)
    {
        var access = await accessProvider.GetAsync(cancellationToken);
        access.Require(resource.Permission);
        var target = resource.EntityType.Name;
        var entries = await db.Set<AuditEntry>()
            .Where(x => x.OperationId == operationId && x.TargetType == target && x.TargetId != null && x.ActorId == access.StaffId)
            .OrderBy(x => x.At).ThenBy(x => x.Id)
            .Take(IResourceBulk.MaxRows)
            .Select(x => new { Id = x.TargetId!.Value, x.Action, x.Changes })
            .ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            throw new BusinessException(LowCodeErrorCodes.NothingToUndo);
        }
        var byRow = entries.ToLookup(e => e.Id);
        var result = await EachAsync(resource, [.. byRow.Select(g => g.Key)], Guid.CreateVersion7(), async id =>
        {
            foreach (var entry in byRow[id].Reverse())
            {
                if (entry.Action == AuditActions.Deleted)
                {
                    await commands.RestoreAsync(resource, id, cancellationToken);
                }
                else if (entry is { Action: AuditActions.Updated, Changes: { } changes })
                {
                    await RevertAsync(resource, id, changes, access, cancellationToken);
                }
            }
        });
        return result with { OperationId = null };
    }

    private async Task<BulkResult> EachAsync(ResourceModel resource, IReadOnlyList<Guid> ids, Guid operationId, Func<Guid, Task> change)
    {
        var (done, refused) = (0, new List<BulkRefusal>());
        operation.OperationId = operationId;
        try
        {
            foreach (var id in ids)
            {
                db.ChangeTracker.Clear(); // each row on its own
                try
                {
                    await change(id);
                    done++;
                }
                catch (Exception refusal) when (Code(refusal) is not null)
                {
                    refused.Add(new BulkRefusal(id, "", Code(refusal)!, (refusal as BusinessException)?.Values ?? new Dictionary<string, object?>()));
                }
            }
        }
        finally
        {
            operation.OperationId = null;
            db.ChangeTracker.Clear();
        }
        var labels = await reader.GetLabelsAsync(resource, [.. refused.Select(r => r.Id)], CancellationToken.None);
        return new BulkResult(operationId, done, [.. refused.Select(r => r with { Label = labels.GetValueOrDefault(r.Id, "") })]);
    }

    private static string? Code(Exception failure) => failure switch
    {
        BusinessException refusal => refusal.Code,
        InputValidationException invalid => invalid.Errors[0].Code,
        EntityNotFoundException => "SaleAuto:Requests:NotFound",
        RowChangedException or ConcurrencyConflictException => LowCodeErrorCodes.ChangedSince,
        _ => null,
    };

    private static ResourceInput Copy(ResourceInput input)
    {
        var copy = new ResourceInput();
        foreach (var name in input.Names)
        {
            copy[name] = input[name];
        }
        foreach (var error in input.Errors)
        {
            copy.Refuse(error.Field, error.Code);
        }
        return copy;
    }

    private async Task<StaffAccess> RequireAsync(ResourceModel resource, BulkRequest request, CancellationToken cancellationToken)
    {
        var access = await accessProvider.GetAsync(cancellationToken);
        access.Require(resource.Permission);
        access.Require(request.Kind switch
        {
            BulkKind.Update => resource.UpdatePermission,
            BulkKind.Delete => resource.DeletePermission,
            _ => request.Action!.Permission,
        });
        if (request.Kind == BulkKind.Action && !request.Action!.IsBulk)
        {
            throw new BusinessException(LowCodeErrorCodes.NotSupported);
        }
        return access;
    }

    private async Task<IReadOnlyList<Guid>> IdsAsync(ResourceModel resource, BulkRequest request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count > IResourceBulk.MaxRows)
        {
            throw new BusinessException(LowCodeErrorCodes.TooManyRows).WithData("Most", IResourceBulk.MaxRows);
        }
        if (request.Ids.Count > 0 || request.Query is null)
        {
            return [.. request.Ids.Distinct()];
        }
        var ids = new List<Guid>();
        await foreach (var row in reader.StreamAsync(resource, request.Query with { Fields = [] }, _ => { }, cancellationToken))
        {
            ids.Add(row.Id);
            if (ids.Count > IResourceBulk.MaxRows)
            {
                throw new BusinessException(LowCodeErrorCodes.TooManyRows).WithData("Most", IResourceBulk.MaxRows);
            }
        }
        return ids;
    }

    private async Task<string?> RefusalAsync(ResourceModel resource, BulkRequest request, Guid id, StaffAccess access, CancellationToken cancellationToken)
    {
        if (request.Kind == BulkKind.Update)
        {
            return (await commands.CheckAsync(resource, id, Copy(request.Input), cancellationToken)).FirstOrDefault()?.Code;
        }
        if (request.Kind == BulkKind.Action)
        {
            var entity = await rows.FindAsync(resource, id, access, TrashMode.Without, cancellationToken);
            return entity is null || request.Action!.IsVisibleFor?.Invoke(entity) == false ? LowCodeErrorCodes.ActionNotOpen : null;
        }
        return null;
    }

    private async Task RevertAsync(ResourceModel resource, Guid id, string changes, StaffAccess access, CancellationToken cancellationToken)
    {
        var entity = await rows.LoadAsync(resource, id, access, TrashMode.Without, cancellationToken);
        var present = InputValues.Read(resource.InputOf(entity), resource.FormFields);
        var (before, after) = (new ResourceInput(), new ResourceInput());
        foreach (var field in resource.FormFields.Where(f => f.Kind != FieldKind.Lines))
        {
            if (ResourceCommands.TryReadBefore(changes, field, before) && ResourceCommands.TryReadAfter(changes, field, after)
                && !InputValues.AreSame(present[field.Name], after[field.Name]))
            {
                before.Remove(field.Name); // somebody changed it since
            }
        }
        if (before.Names.Count == 0)
        {
            throw new BusinessException(LowCodeErrorCodes.ChangedSince);
        }
        await commands.UpdateAsync(resource, id, before, UpdateBasis.FromHistory, cancellationToken);
    }
}
