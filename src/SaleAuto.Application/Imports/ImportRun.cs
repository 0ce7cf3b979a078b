using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Users;

namespace SaleAuto.Imports;

/// <summary>Takes one import from where it stands to its end, batch by batch, each in a scope of its own on behalf of the person who uploaded the table.</summary>
internal sealed class ImportRun(IServiceScopeFactory scopes, IImportRepository imports, IResourceRegistry resources, ImportTables tables, IResourceTexts texts, ICompanyTime companyTime)
{
    private const int MostTries = 3;

    /// <summary>Works until the import is done, stopped, or taken over by another node.</summary>
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var job = await imports.GetAsync(id, cancellationToken);
        try
        {
            await RunAsync(job, cancellationToken);
        }
        catch (AuthorizationException)
        {
            await FailAsync(job, SaleAutoErrorCodes.Requests.Forbidden, cancellationToken);
        }
        catch (Exception fault) when (fault is TableFileException or EntityNotFoundException)
        {
            await FailAsync(job, SaleAutoErrorCodes.Imports.FileUnreadable, cancellationToken);
        }
    }

    private async Task RunAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var resource = resources.Get(job.Resource);
        var mapping = job.Mapping.Select(name => name.Length > 0 ? resource.FindField(name) ?? throw new AuthorizationException(resource.ImportPermission) : null).ToList();
        var plan = new ImportPlan(job, resource, mapping, new ImportReader(resource, mapping, texts, await companyTime.GetZoneAsync(cancellationToken)));
        await using var open = await tables.OpenAsync(job, cancellationToken);
        var done = job.DoneRows;
        var row = 0;
        var batch = new List<ImportRow>();
        await foreach (var cells in open.Table.ReadAsync(cancellationToken))
        {
            row++;
            var isRepeated = plan.IsRepeated(cells);
            if (row <= done)
            {
                continue;
            }
            batch.Add(new ImportRow(row, cells, isRepeated));
            if (batch.Count == ImportConsts.BatchSize)
            {
                if (!await RunBatchAsync(plan, batch, cancellationToken))
                {
                    return;
                }
                batch.Clear();
            }
        }
        if (batch.Count > 0 || row == 0)
        {
            await RunBatchAsync(plan, batch, cancellationToken);
        }
    }

    // All rows of a batch are saved together. When one of them cannot be, each is tried alone, so that a bad row takes no good one with it.
    private async Task<bool> RunBatchAsync(ImportPlan plan, List<ImportRow> rows, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await TryAsync(plan, rows, cancellationToken);
        }
        catch (RowRefusedException)
        {
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!await RunAloneAsync(plan, row, cancellationToken))
                {
                    return false;
                }
            }
            return true;
        }
    }

    private async Task<bool> RunAloneAsync(ImportPlan plan, ImportRow row, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(plan, [row], cancellationToken);
            }
            catch (RowRefusedException refusal) when (refusal.IsConflict && tries < MostTries)
            {
                await Task.Delay(Random.Shared.Next(10, 100), cancellationToken);
            }
            catch (RowRefusedException refusal)
            {
                return await InScopeAsync(plan, batch => batch.NoteRefusalAsync(plan, row, refusal.Faults, cancellationToken));
            }
        }
    }

    // A check saves the rows too, and takes them back: only then is it sure what the rules of the trade say of them.
    private async Task<bool> TryAsync(ImportPlan plan, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        if (plan.Status == ImportStatus.Importing)
        {
            return await InScopeAsync(plan, batch => batch.SaveAsync(plan, rows, cancellationToken));
        }
        var rehearsed = await InScopeAsync(plan, batch => batch.RehearseAsync(plan, rows, cancellationToken));
        return await InScopeAsync(plan, batch => batch.NoteAsync(plan, rehearsed, cancellationToken));
    }

    private async Task<T> InScopeAsync<T>(ImportPlan plan, Func<ImportBatchSaver, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var person = scope.ServiceProvider.GetRequiredService<IUserSwitch>().ActAs(plan.OwnerId);
        return await work(scope.ServiceProvider.GetRequiredService<ImportBatchSaver>());
    }

    private async Task FailAsync(ImportJob job, string code, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImportBatchSaver>().FailAsync(job.Id, code, cancellationToken);
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Cells">Its texts.</param>
/// <param name="IsRepeated">Whether a row above has the same key.</param>
internal sealed record ImportRow(int Number, string[] Cells, bool IsRepeated);

/// <summary>What stays the same for all rows of an import.</summary>
internal sealed class ImportPlan(ImportJob job, ResourceModel resource, IReadOnlyList<FieldModel?> mapping, ImportReader reader)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public Guid Id { get; } = job.Id;

    public Guid OwnerId { get; } = job.OwnerId;

    public string FileName { get; } = job.FileName;

    public ImportMode Mode { get; } = job.Mode;

    public ImportStatus Status { get; } = job.Status;

    public ResourceModel Resource => resource;

    public ImportReader Reader => reader;

    /// <summary>The key of a row, one text for each key field; null when rows are only appended.</summary>
    public IReadOnlyList<string>? KeyOf(string[] cells) => Mode == ImportMode.Append
        ? null
        : [.. resource.ImportKeys.Select(key => mapping.ToList().IndexOf(key) is var place and >= 0 ? reader.KeyText(key, cells[place]) : "")];

    /// <summary>Whether the key was seen above; called once for each row in order, also for rows that are done.</summary>
    public bool IsRepeated(string[] cells) => KeyOf(cells) is { } key && !_seen.Add(ImportKeys.KeyOf(key));
}
