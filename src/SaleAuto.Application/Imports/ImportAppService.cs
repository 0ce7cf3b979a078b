using System.Text;
using SaleAuto.Blobs;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.LowCode;
using SaleAuto.Permissions;
using SaleAuto.Repositories;
using SaleAuto.Users;

namespace SaleAuto.Imports;

internal sealed class ImportAppService(
    IImportRepository imports, IResourceRegistry resources, IResourceTexts texts, IStaffAccessProvider accessProvider,
    ImportColumns columns, ImportTables tables, IBlobContainer blobs, IUnitOfWork unitOfWork, ICurrentUser user, TimeProvider clock) : IImportAppService
{
    private const int MostListed = 50;
    private const int FaultsOfPage = 100;

    public async Task<ImportDto> UploadAsync(string resource, string fileName, Stream content, CancellationToken cancellationToken)
    {
        var model = await RequireAsync(resource, cancellationToken);
        await using var upload = await Upload.ReceiveAsync(content, ImportConsts.MaxFileSize, cancellationToken)
            ?? throw new InputValidationException("file", SaleAutoErrorCodes.Files.TooLarge);
        var (headers, samples, rows) = await tables.InspectAsync(upload, cancellationToken);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var table = new ImportTable(ImportTables.NameOf(fileName), $"imports/{id:N}", headers, samples, rows);
        var job = new ImportJob(id, model.Name, table, user.StaffId!.Value, clock.GetUtcNow().UtcDateTime);
        var fields = columns.Guess(await FieldsAsync(model, cancellationToken), headers);
        job.Suggest(SuggestMode(model, fields), [.. fields.Select(f => f?.Name ?? "")]);
        upload.Position = 0;
        await blobs.SaveAsync(job.BlobName, upload, cancellationToken);
        imports.Insert(job);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return Describe(job);
    }

    public async Task<ImportDto> GetAsync(Guid id, CancellationToken cancellationToken) => Describe(await OwnAsync(id, cancellationToken));

    public async Task<IReadOnlyList<ImportDto>> GetListAsync(string resource, CancellationToken cancellationToken)
    {
        var model = await RequireAsync(resource, cancellationToken);
        return [.. (await imports.FindOwnAsync(user.StaffId!.Value, model.Name, MostListed, cancellationToken)).Select(Describe)];
    }

    public async Task<IReadOnlyList<ImportFieldDto>> GetFieldsAsync(string resource, CancellationToken cancellationToken)
    {
        var model = await RequireAsync(resource, cancellationToken);
        return [.. (await FieldsAsync(model, cancellationToken)).Select(f =>
            new ImportFieldDto(f.Name, texts.Find(f.TextKey) ?? f.Name, f.Input?.IsRequired == true, model.ImportKeys.Contains(f)))];
    }

    public async Task<ImportDto> CheckAsync(Guid id, ImportChoices choices, CancellationToken cancellationToken)
    {
        var mapping = await ChosenAsync(await OwnAsync(id, cancellationToken), choices, cancellationToken);
        return await ChangeAsync(id, job => job.StartChecking(choices.Mode, mapping), cancellationToken);
    }

    public Task<ImportDto> StartAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, job => job.StartImporting(), cancellationToken);

    public async Task<ImportDto> CancelAsync(Guid id, CancellationToken cancellationToken) => Describe(await unitOfWork.ExecuteAsync(
        async token =>
        {
            var job = await OwnAsync(id, token);
            job.Cancel(clock.GetUtcNow().UtcDateTime);
            return job;
        },
        cancellationToken));

    public async Task<IReadOnlyList<ImportFaultDto>> GetFaultsAsync(Guid id, int afterRow, CancellationToken cancellationToken)
    {
        var job = await OwnAsync(id, cancellationToken);
        var model = resources.Get(job.Resource);
        return [.. (await imports.GetFaultsAsync(id, afterRow, FaultsOfPage, cancellationToken)).Select(f =>
            new ImportFaultDto(f.Row, f.Field, CaptionOf(model, f.Field), f.Code, texts.ErrorOf(f.Code)))];
    }

    public async Task WriteRejectedAsync(Guid id, Stream output, CancellationToken cancellationToken)
    {
        var job = await OwnAsync(id, cancellationToken);
        var model = resources.Get(job.Resource);
        await using var open = await tables.OpenAsync(job, cancellationToken);
        var text = new StringBuilder("\uFEFF");
        CsvText.AppendRow(text, [.. job.Headers.Select(CsvText.Harmless), texts.Find("Import.Reason") ?? "Error"]);
        var faults = new Queue<ImportFault>();
        var (row, lastRead) = (0, 0);
        await foreach (var cells in open.Table.ReadAsync(cancellationToken))
        {
            row++;
            if (faults.Count == 0 && lastRead < row)
            {
                var page = await imports.GetFaultsAsync(id, row - 1, FaultsOfPage * 5, cancellationToken);
                page.ToList().ForEach(faults.Enqueue);
                lastRead = page.Count > 0 ? page[^1].Row : int.MaxValue;
            }
            var reasons = new List<string>();
            while (faults.TryPeek(out var fault) && fault.Row == row)
            {
                faults.Dequeue();
                reasons.Add(CaptionOf(model, fault.Field) is { } caption ? $"{caption}: {texts.ErrorOf(fault.Code)}" : texts.ErrorOf(fault.Code));
            }
            if (reasons.Count > 0)
            {
                CsvText.AppendRow(text, [.. cells.Select(CsvText.Harmless), string.Join(' ', reasons)]);
            }
            if (text.Length > 32 * 1024)
            {
                await SendAsync(text, output, cancellationToken);
            }
        }
        await SendAsync(text, output, cancellationToken);
    }

    private static async Task SendAsync(StringBuilder text, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
        text.Clear();
    }

    // Faults name the property of the input; people know the field.
    private string? CaptionOf(ResourceModel model, string? property) =>
        model.Fields.FirstOrDefault(f => f.Input?.PropertyName == property || f.Name == property) is { } field ? texts.Find(field.TextKey) ?? field.Name : property;

    private async Task<ImportDto> ChangeAsync(Guid id, Action<ImportJob> change, CancellationToken cancellationToken) => Describe(await unitOfWork.ExecuteAsync(
        async token =>
        {
            var job = await OwnAsync(id, token);
            change(job);
            await imports.DeleteFaultsAsync(id, token);
            return job;
        },
        cancellationToken));

    private async Task<List<string>> ChosenAsync(ImportJob job, ImportChoices choices, CancellationToken cancellationToken)
    {
        var model = resources.Get(job.Resource);
        var needsKey = choices.Mode != ImportMode.Append;
        if ((choices.Mode != ImportMode.Update && !model.CanCreate) || (needsKey && !(model.CanUpdate && model.ImportKeys.Count > 0)))
        {
            throw new BusinessException(SaleAutoErrorCodes.Imports.NotSupported);
        }
        var allowed = await FieldsAsync(model, cancellationToken);
        var chosen = choices.Mapping.Select(name => string.IsNullOrEmpty(name) ? "" : name).Take(job.Headers.Count).ToList();
        chosen.AddRange(Enumerable.Repeat("", job.Headers.Count - chosen.Count));
        var named = chosen.Where(name => name.Length > 0).ToList();
        if (named.Count == 0)
        {
            throw new InputValidationException("mapping", SaleAutoErrorCodes.Imports.NothingToImport);
        }
        if (named.Exists(name => !allowed.Any(f => f.Name == name)))
        {
            throw new InputValidationException("mapping", SaleAutoErrorCodes.Fields.NotAllowed);
        }
        if (named.Distinct().Count() < named.Count)
        {
            throw new InputValidationException("mapping", SaleAutoErrorCodes.Imports.FieldMappedTwice);
        }
        return needsKey && !model.ImportKeys.All(key => named.Contains(key.Name))
            ? throw new BusinessException(SaleAutoErrorCodes.Imports.KeyNotMapped)
                .WithData("Fields", string.Join(", ", model.ImportKeys.Select(key => texts.Find(key.TextKey) ?? key.Name)))
            : chosen;
    }

    private static ImportMode SuggestMode(ResourceModel model, IReadOnlyList<FieldModel?> fields)
    {
        var hasKey = model is { CanUpdate: true, ImportKeys.Count: > 0 } && model.ImportKeys.All(fields.Contains);
        return !hasKey ? ImportMode.Append : model.CanCreate ? ImportMode.AppendOrUpdate : ImportMode.Update;
    }

    private async Task<IReadOnlyList<FieldModel>> FieldsAsync(ResourceModel model, CancellationToken cancellationToken)
    {
        var access = await accessProvider.GetAsync(cancellationToken);
        return ImportColumns.Fields(model, [.. model.Fields.Where(f => f.IsFor(access))]);
    }

    private async Task<ImportJob> OwnAsync(Guid id, CancellationToken cancellationToken)
    {
        var job = await imports.FindAsync(id, cancellationToken);
        if (job is null || job.OwnerId != user.StaffId)
        {
            throw new EntityNotFoundException(typeof(ImportJob), id);
        }
        await RequireAsync(job.Resource, cancellationToken);
        return job;
    }

    private async Task<ResourceModel> RequireAsync(string resource, CancellationToken cancellationToken)
    {
        var model = resources.Get(resource);
        var access = await accessProvider.GetAsync(cancellationToken);
        access.Require(model.Permission);
        access.Require(model.ImportPermission);
        if (!model.CanCreate)
        {
            throw new BusinessException(LowCodeErrorCodes.NotSupported);
        }
        return user.StaffId is null ? throw new AuthorizationException() : model;
    }

    private static ImportDto Describe(ImportJob job) => new()
    {
        Id = job.Id,
        Resource = job.Resource,
        FileName = job.FileName,
        Status = job.Status,
        Mode = job.Mode,
        Columns = [.. job.Headers.Select((header, i) => new ImportColumnDto(i, header, job.Samples[i], job.Mapping[i].Length > 0 ? job.Mapping[i] : null))],
        TotalRows = job.TotalRows,
        DoneRows = job.DoneRows,
        CreatedRows = job.CreatedRows,
        UpdatedRows = job.UpdatedRows,
        RejectedRows = job.RejectedRows,
        FailureCode = job.FailureCode,
        UploadedAt = job.UploadedAt,
        FinishedAt = job.FinishedAt,
    };
}
