using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Permissions;
using SaleAuto.Repositories;

namespace SaleAuto.Imports;

/// <summary>Checks or saves rows of an import together with its progress: one transaction, so that what is counted is done and what is done is counted.</summary>
internal sealed class ImportBatchSaver(
    IImportRepository imports, IResourceReader reader, IResourceCommands commands, IStaffAccessProvider accessProvider,
    IUnitOfWork unitOfWork, IAuditOperation operation, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>Saves the rows together; nothing is written when one of them is refused. False when the import is to stop.</summary>
    /// <exception cref="RowRefusedException">A row was refused. The scope is spoilt: its context holds what was not saved.</exception>
    public async Task<bool> SaveAsync(ImportPlan plan, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken) =>
        await NoteAsync(plan, await PrepareAsync(plan, rows, cancellationToken), row => SaveAsync(plan, row, cancellationToken), cancellationToken);

    /// <summary>Saves the rows together and takes them back; tells what was found. The scope is spoilt, what was found is noted in another one.</summary>
    /// <exception cref="RowRefusedException">A row would be refused.</exception>
    public async Task<IReadOnlyList<PreparedRow>> RehearseAsync(ImportPlan plan, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var prepared = await PrepareAsync(plan, rows, cancellationToken);
        await CheckAsync(plan, prepared, cancellationToken);
        try
        {
            await unitOfWork.ExecuteAsync<bool>(
                async _ =>
                {
                    foreach (var row in prepared.Where(r => r.Faults.Count == 0))
                    {
                        await SaveAsync(plan, row, cancellationToken);
                    }
                    throw new RehearsedException();
                },
                cancellationToken);
        }
        catch (RehearsedException)
        {
        }
        return prepared;
    }

    /// <summary>Notes what a rehearsal found. False when the import is to stop.</summary>
    public Task<bool> NoteAsync(ImportPlan plan, IReadOnlyList<PreparedRow> rehearsed, CancellationToken cancellationToken) =>
        NoteAsync(plan, rehearsed, save: null, cancellationToken);

    /// <summary>Notes that a row was refused. False when the import is to stop.</summary>
    public async Task<bool> NoteRefusalAsync(ImportPlan plan, ImportRow row, IReadOnlyList<InputError> faults, CancellationToken cancellationToken)
    {
        var prepared = new PreparedRow(row.Number, new ResourceInput());
        prepared.Faults.AddRange(faults);
        return await NoteAsync(plan, [prepared], cancellationToken);
    }

    /// <summary>Ends the import with a fault.</summary>
    public Task FailAsync(Guid id, string code, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async token =>
        {
            var job = await imports.GetAsync(id, token);
            if (job.IsRunning)
            {
                job.Fail(code, clock.GetUtcNow().UtcDateTime);
            }
            return true;
        },
        cancellationToken);

    private async Task<List<PreparedRow>> PrepareAsync(ImportPlan plan, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await RequireAsync(plan, cancellationToken);
        var keys = rows.Select(r => plan.KeyOf(r.Cells)).ToList();
        var complete = keys.OfType<IReadOnlyList<string>>().Where(key => key.All(text => text.Length > 0)).ToList();
        var existing = complete.Count == 0 ? null : await ImportKeys.FindAsync(reader, plan.Resource, plan.Resource.ImportKeys, complete, cancellationToken);
        var prepared = new List<PreparedRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = new PreparedRow(rows[i].Number, await plan.Reader.ReadAsync(rows[i].Cells, reader, cancellationToken));
            row.Faults.AddRange(row.Input.Errors);
            Find(plan, rows[i], keys[i], existing, row);
            prepared.Add(row);
        }
        return prepared;
    }

    private static void Find(ImportPlan plan, ImportRow row, IReadOnlyList<string>? key, ILookup<string, Guid>? existing, PreparedRow prepared)
    {
        if (key is null)
        {
            return;
        }
        var found = existing?[ImportKeys.KeyOf(key)].ToList() ?? [];
        var code = row.IsRepeated ? SaleAutoErrorCodes.Imports.KeyTwiceInFile
            : found.Count > 1 ? SaleAutoErrorCodes.Imports.KeyAmbiguous
            : found.Count == 0 && plan.Mode == ImportMode.Update ? SaleAutoErrorCodes.Imports.KeyNotFound
            : null;
        if (code is not null)
        {
            prepared.Faults.Add(new InputError(plan.Resource.ImportKeys[0].Name, code));
            return;
        }
        prepared.ExistingId = found.Count == 1 ? found[0] : null;
        foreach (var field in plan.Resource.FormFields.Where(f => f.Input!.IsReadOnly || (prepared.ExistingId is not null && f.Input.IsOnlyForCreation)))
        {
            prepared.Input.Remove(field.Name);
        }
    }

    // A permission that is missing for all rows ends the import; what is refused afterwards is refused to one row.
    private async Task RequireAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        var access = await accessProvider.GetAsync(cancellationToken);
        access.Require(plan.Resource.Permission);
        access.Require(plan.Resource.ImportPermission);
        if (plan.Mode != ImportMode.Update)
        {
            access.Require(plan.Resource.CreatePermission);
        }
        if (plan.Mode != ImportMode.Append)
        {
            access.Require(plan.Resource.UpdatePermission);
        }
    }

    private async Task CheckAsync(ImportPlan plan, List<PreparedRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows.Where(r => r.Faults.Count == 0))
        {
            row.Faults.AddRange(await commands.CheckAsync(plan.Resource, row.ExistingId, row.Input, cancellationToken));
        }
    }

    private async Task SaveAsync(ImportPlan plan, PreparedRow row, CancellationToken cancellationToken)
    {
        try
        {
            if (row.ExistingId is { } id)
            {
                await commands.UpdateAsync(plan.Resource, id, row.Input, UpdateBasis.Latest, cancellationToken);
            }
            else
            {
                await commands.CreateAsync(plan.Resource, row.Input, cancellationToken);
            }
        }
        catch (Exception refusal) when (FaultsOf(refusal) is { Count: > 0 } faults)
        {
            throw new RowRefusedException(faults, refusal is ConcurrencyConflictException);
        }
    }

    // False when the import was stopped, or another node has taken it over.
    private async Task<bool> NoteAsync(ImportPlan plan, IReadOnlyList<PreparedRow> prepared, Func<PreparedRow, Task>? save, CancellationToken cancellationToken)
    {
        operation.OperationId = plan.Id;
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                var job = await imports.GetAsync(plan.Id, token);
                if (job.Status != plan.Status || (prepared.Count > 0 && job.DoneRows != prepared[0].Number - 1))
                {
                    return false;
                }
                foreach (var row in prepared.Where(r => save is not null && r.Faults.Count == 0))
                {
                    await save!(row);
                }
                foreach (var row in prepared)
                {
                    row.Faults.ForEach(fault => imports.Insert(new ImportFault(Guid.CreateVersion7(clock.GetUtcNow()), plan.Id, row.Number, fault.Field.Length > 0 ? fault.Field : null, fault.Code)));
                }
                var now = clock.GetUtcNow().UtcDateTime;
                job.Advance(Count(prepared), now, now + ImportWorker.Lease);
                if (job.Status == ImportStatus.Finished)
                {
                    audit.Add(Line(plan, job));
                }
                return true;
            },
            cancellationToken);
    }

    private static ImportBatch Count(IReadOnlyList<PreparedRow> rows) => new(
        rows.Count(r => r.Faults.Count == 0 && r.ExistingId is null),
        rows.Count(r => r.Faults.Count == 0 && r.ExistingId is not null),
        rows.Count(r => r.Faults.Count > 0));

    private static AuditRecord Line(ImportPlan plan, ImportJob job) => new(AuditActions.Imported, plan.Resource.EntityType.Name, job.Id, new Dictionary<string, AuditChange>
    {
        ["Resource"] = new(null, plan.Resource.Name),
        ["File"] = new(null, plan.FileName),
        ["Created"] = new(null, job.CreatedRows),
        ["Updated"] = new(null, job.UpdatedRows),
        ["Rejected"] = new(null, job.RejectedRows),
    });

    private static IReadOnlyList<InputError> FaultsOf(Exception refusal) => refusal switch
    {
        InputValidationException wrong => wrong.Errors,
        BusinessException no => [new InputError("", no.Code)],
        EntityNotFoundException => [new InputError("", SaleAutoErrorCodes.Imports.KeyNotFound)],
        RowChangedException => [new InputError("", SaleAutoErrorCodes.Requests.ChangedMeanwhile)],
        ConcurrencyConflictException => [new InputError("", SaleAutoErrorCodes.Imports.AlreadyThere)],
        AuthorizationException => [new InputError("", SaleAutoErrorCodes.Requests.Forbidden)], // a row that the person would not see
        ArgumentException => [new InputError("", SaleAutoErrorCodes.Imports.RowRefused)],
        _ => [],
    };

    // Ends a transaction whose rows were only to be tried.
    private sealed class RehearsedException : Exception;
}

/// <summary>A row as it was read, with what was found out about it.</summary>
internal sealed class PreparedRow(int number, ResourceInput input)
{
    public int Number => number;

    public ResourceInput Input => input;

    public Guid? ExistingId { get; set; }

    public List<InputError> Faults { get; } = [];
}

/// <summary>A row was refused while saving. Not a conflict for the unit of work, which would try the whole batch again.</summary>
/// <param name="faults">Why.</param>
/// <param name="isConflict">Whether somebody else was quicker, so that another try may succeed.</param>
internal sealed class RowRefusedException(IReadOnlyList<InputError> faults, bool isConflict) : Exception("A row was refused")
{
    public IReadOnlyList<InputError> Faults => faults;

    public bool IsConflict => isConflict;
}
