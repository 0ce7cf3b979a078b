using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Entities;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Repositories;

namespace SaleAuto.LowCode;

/// <inheritdoc cref="IResourceCommands" />
internal sealed partial class ResourceCommands(
    DbContext db,
    RowLoader rows,
    IResourceReader reader,
    IStaffAccessProvider accessProvider,
    IUnitOfWork unitOfWork,
    IAuditOperation operation,
    IFileClaims files,
    TimeProvider clock,
    ICompanyTime companyTime,
    IServiceProvider services) : IResourceCommands
{
    public async Task<ResourceInput> NewAsync(ResourceModel resource, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(resource.CanCreate, resource.CreatePermission, cancellationToken);
        var fields = Writable(resource.FormFields, access);
        var input = InputValues.Read(resource.NewInput(), fields);
        var context = await DefaultsAsync(access, cancellationToken);
        foreach (var field in fields.Where(f => f.Input!.Default is not null))
        {
            input[field.Name] = field.Input!.Default!(context);
        }
        return input;
    }

    private async ValueTask<DefaultContext> DefaultsAsync(StaffAccess access, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DefaultContext(now, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, await companyTime.GetZoneAsync(cancellationToken))), access.StaffId);
    }

    public async Task<(ResourceInput Input, long Version)> EditAsync(ResourceModel resource, Guid id, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(resource.CanUpdate, resource.UpdatePermission, cancellationToken);
        access.Require(resource.Permission);
        var entity = await rows.LoadAsync(resource, id, access, TrashMode.Without, cancellationToken);
        return (InputValues.Read(resource.InputOf(entity), Writable(resource.FormFields, access)), RowLoader.VersionOf(entity));
    }

    public async Task<SavedRow> CreateAsync(ResourceModel resource, ResourceInput input, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(resource.CanCreate, resource.CreatePermission, cancellationToken);
        var values = await NewValuesAsync(resource, input, access, cancellationToken);
        var named = InputValues.Files(input, resource.FormFields).ToList();
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                await TakeFilesAsync(named, access, token);
                var id = Guid.CreateVersion7();
                var entity = await resource.CreateAsync(services, id, values, token);
                if (db.Entry(entity).State == EntityState.Detached)
                {
                    db.Add(entity);
                }
                await unitOfWork.SaveChangesAsync(token);
                if (!RowScope.Of(resource, access).IsAll && await rows.FindAsync(resource, id, access, TrashMode.Without, token) is null)
                {
                    throw new AuthorizationException(resource.CreatePermission); // nobody makes rows that he may not see
                }
                return new SavedRow(id, RowLoader.VersionOf(entity));
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<InputError>> CheckAsync(ResourceModel resource, Guid? id, ResourceInput input, CancellationToken cancellationToken)
    {
        try
        {
            if (id is { } existing)
            {
                var access = await AccessAsync(resource.CanUpdate, resource.UpdatePermission, cancellationToken);
                var entity = await rows.LoadAsync(resource, existing, access, TrashMode.Without, cancellationToken);
                await ChangedValuesAsync(resource, resource.InputOf(entity), input, access, UpdateBasis.Latest, cancellationToken);
            }
            else
            {
                await NewValuesAsync(resource, input, await AccessAsync(resource.CanCreate, resource.CreatePermission, cancellationToken), cancellationToken);
            }
            return [];
        }
        catch (InputValidationException refusal)
        {
            return refusal.Errors;
        }
    }

    public async Task<SavedRow> UpdateAsync(ResourceModel resource, Guid id, ResourceInput input, UpdateBasis basis, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(resource.CanUpdate, resource.UpdatePermission, cancellationToken);
        access.Require(resource.Permission);
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                var entity = await rows.LoadAsync(resource, id, access, TrashMode.Without, token);
                var present = resource.InputOf(entity);
                var changes = Changes(resource, present, input, basis, RowLoader.VersionOf(entity));
                if (changes.Names.Count == 0 && changes.Errors.Count == 0)
                {
                    return new SavedRow(id, RowLoader.VersionOf(entity));
                }
                await TakeFilesAsync(await ChangedValuesAsync(resource, present, changes, access, basis, token), access, token);
                await resource.UpdateAsync(services, entity, present, token);
                await unitOfWork.SaveChangesAsync(token);
                return new SavedRow(id, RowLoader.VersionOf(entity));
            },
            cancellationToken);
    }

    public async Task DeleteAsync(ResourceModel resource, Guid id, long? expectedVersion, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(resource.CanDelete, resource.DeletePermission, cancellationToken);
        access.Require(resource.Permission);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var entity = await rows.LoadAsync(resource, id, access, TrashMode.Without, token);
                EnsureVersion(entity, expectedVersion);
                await resource.CheckDeletionAsync(services, entity, token);
                db.Remove(entity);
                await unitOfWork.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);
    }

    public async Task<SavedRow> RestoreAsync(ResourceModel resource, Guid id, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(resource is { CanDelete: true, HasTrash: true }, resource.DeletePermission, cancellationToken);
        access.Require(resource.Permission);
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                var entity = await rows.LoadAsync(resource, id, access, TrashMode.With, token);
                if (((IFullAudited)entity).IsDeleted) // restoring twice is restoring once
                {
                    ((IFullAudited)entity).Restore();
                    await unitOfWork.SaveChangesAsync(token);
                }
                return new SavedRow(id, RowLoader.VersionOf(entity));
            },
            cancellationToken);
    }

    private static List<FieldModel> Writable(IEnumerable<FieldModel> fields, StaffAccess access) =>
        [.. fields.Where(f => f.IsFor(access))];

    private static void EnsureVersion(object entity, long? expected)
    {
        if (expected is { } version && RowLoader.VersionOf(entity) != version)
        {
            throw new RowChangedException(RowLoader.VersionOf(entity), []);
        }
    }

    private async ValueTask<StaffAccess> AccessAsync(bool isOffered, string permission, CancellationToken cancellationToken)
    {
        var access = await accessProvider.GetAsync(cancellationToken);
        access.Require(permission);
        return isOffered ? access : throw new BusinessException(LowCodeErrorCodes.NotSupported);
    }

    private async Task<object> NewValuesAsync(ResourceModel resource, ResourceInput given, StaffAccess access, CancellationToken cancellationToken)
    {
        var values = resource.NewInput();
        var context = await DefaultsAsync(access, cancellationToken);
        foreach (var field in resource.FormFields.Where(f => f.Input!.Default is not null && !given.Has(f.Name)))
        {
            field.Input!.Set(values, field.Input.Default!(context));
        }
        var refusals = NotAllowed(resource.FormFields, given, access, f => f.Input!.IsReadOnly);
        InputValues.Apply(given, values, resource.FormFields);
        var errors = InputValues.Check(values, resource.FormFields.Where(f => !f.Input!.IsReadOnly), resource.Rules, given);
        await RefuseAsync([.. refusals, .. errors], resource.FormFields, given, cancellationToken);
        await RefuseFilesAsync(InputValues.Files(given, resource.FormFields), access, cancellationToken);
        return values;
    }

    // Tells which files come anew with the change.
    private async Task<IReadOnlyList<(string Place, Guid Id)>> ChangedValuesAsync(
        ResourceModel resource, object present, ResourceInput given, StaffAccess access, UpdateBasis basis, CancellationToken cancellationToken)
    {
        var held = InputValues.Files(InputValues.Read(present, Writable(resource.FormFields, access)), resource.FormFields).Select(f => f.Id).ToHashSet();
        foreach (var field in resource.FormFields.Where(f => (f.Input!.IsOnlyForCreation || f.Input.IsReadOnly) && given.Has(f.Name)).ToList())
        {
            if (InputValues.AreSame(given[field.Name], field.Input!.Get(present)))
            {
                given.Remove(field.Name); // sent back unchanged with the whole record
            }
        }
        var refusals = NotAllowed(resource.FormFields, given, access, f => f.Input!.IsOnlyForCreation || f.Input.IsReadOnly);
        InputValues.Apply(given, present, resource.FormFields);
        var errors = InputValues.Check(present, resource.FormFields.Where(f => given.Has(f.Name)), resource.Rules, given);
        await RefuseAsync([.. refusals, .. errors], resource.FormFields, given, cancellationToken);
        if (basis.IsFromHistory)
        {
            return []; // the row held them before
        }
        var named = InputValues.Files(given, resource.FormFields).Where(f => !held.Contains(f.Id)).ToList();
        await RefuseFilesAsync(named, access, cancellationToken);
        return named;
    }

    // A file is put into a record by whoever uploaded it: its id alone must not open somebody else's file.
    private async Task RefuseFilesAsync(IEnumerable<(string Place, Guid Id)> named, StaffAccess access, CancellationToken cancellationToken)
    {
        var asked = named.ToList();
        var own = asked.Count == 0 ? null : await files.FindOwnAsync([.. asked.Select(f => f.Id).Distinct()], access.StaffId, cancellationToken);
        var foreign = asked.Where(f => !own!.Contains(f.Id)).Select(f => new InputError(f.Place, LowCodeErrorCodes.NoSuchFile)).DistinctBy(e => e.Field).ToList();
        if (foreign.Count > 0)
        {
            throw new InputValidationException(foreign);
        }
    }

    private async Task TakeFilesAsync(IReadOnlyList<(string Place, Guid Id)> named, StaffAccess access, CancellationToken cancellationToken)
    {
        if (named.Count > 0 && !await files.TryTakeAsync([.. named.Select(f => f.Id).Distinct()], access.StaffId, cancellationToken))
        {
            throw new InputValidationException(named[0].Place, LowCodeErrorCodes.NoSuchFile); // another record was quicker
        }
    }

    private static IEnumerable<InputError> NotAllowed(IEnumerable<FieldModel> fields, ResourceInput given, StaffAccess access, Func<FieldModel, bool> isFixed) =>
        [.. fields.Where(f => given.Has(f.Name) && (isFixed(f) || !f.IsFor(access)))
            .Select(f => new InputError(f.Input!.PropertyName, LowCodeErrorCodes.NotAllowed))];

    private async Task RefuseAsync(List<InputError> errors, IEnumerable<FieldModel> fields, ResourceInput given, CancellationToken cancellationToken)
    {
        if (errors.Count == 0)
        {
            errors.AddRange(await MissingRowsAsync(fields, given, cancellationToken));
        }
        if (errors.Count > 0)
        {
            throw new InputValidationException([.. errors.DistinctBy(e => e.Field)]); // one reason a field is enough to mend it
        }
    }

    // A lookup takes only rows that the person could have chosen.
    private async Task<List<InputError>> MissingRowsAsync(IEnumerable<FieldModel> fields, ResourceInput given, CancellationToken cancellationToken)
    {
        var errors = new List<InputError>();
        foreach (var field in fields.Where(f => f.Reference?.Resource is not null && given[f.Name] is Guid))
        {
            var id = (Guid)given[field.Name]!;
            if (!(await reader.GetLabelsAsync(field.Reference!.Resource!, [id], cancellationToken)).ContainsKey(id))
            {
                errors.Add(new InputError(field.Input!.PropertyName, LowCodeErrorCodes.NotAllowed));
            }
        }
        return errors;
    }

    private static ResourceInput Changes(ResourceModel resource, object present, ResourceInput given, UpdateBasis basis, long version)
    {
        if (basis.Originals is not { } originals)
        {
            return basis.Version is not { } expected || expected == version ? given : throw new RowChangedException(version, []);
        }
        var current = InputValues.Read(present, resource.FormFields);
        var changes = new ResourceInput();
        foreach (var error in given.Errors)
        {
            changes.Refuse(error.Field, error.Code);
        }
        var conflicts = new List<FieldConflict>();
        foreach (var field in resource.FormFields.Where(f => given.Has(f.Name) && !(originals.Has(f.Name) && InputValues.AreSame(given[f.Name], originals[f.Name]))))
        {
            if (originals.Has(field.Name) && !InputValues.AreSame(current[field.Name], originals[field.Name]) && !InputValues.AreSame(current[field.Name], given[field.Name]))
            {
                conflicts.Add(new FieldConflict(field, current[field.Name], given[field.Name]));
            }
            changes[field.Name] = given[field.Name];
        }
        return conflicts.Count == 0 ? changes : throw new RowChangedException(version, conflicts);
    }
}
