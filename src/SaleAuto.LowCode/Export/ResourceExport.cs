using System.Globalization;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Users;

namespace SaleAuto.LowCode;

/// <inheritdoc cref="IResourceExport" />
internal sealed class ResourceExport(
    IResourceReader reader, IStaffAccessProvider accessProvider, IResourceTexts texts, ICompanyTime companyTime,
    IAuditTrail audit, ICurrentUser user, IExportBoard board, TimeProvider clock) : IResourceExport
{
    private const int RowsBetweenReports = 200;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(400); // the page asks twice a second

    public async Task<PreparedExport> PrepareAsync(ResourceModel resource, ExportRequest request, CancellationToken cancellationToken)
    {
        await accessProvider.RequireAsync(resource.ExportPermission, cancellationToken);
        var allowed = (await reader.GetVisibleFieldsAsync(resource, cancellationToken)).Where(f => f.InExport && f.Kind != FieldKind.Lines).ToList();
        var fields = request.Query.Fields ?? [.. allowed.Where(f => f.InList || f.InDetail).Select(f => f.Name)];
        if (fields.FirstOrDefault(name => !allowed.Exists(f => f.Name == name)) is not null)
        {
            throw new InputValidationException("fields", LowCodeErrorCodes.Unknown);
        }
        var query = request.Query with { Fields = fields, Cursor = null, Page = 1, WithActions = false, WithTotals = false };
        var found = await reader.GetListAsync(resource, query with { PageSize = 1, Fields = [], Count = CountMode.Exact }, cancellationToken);
        if (found.TotalCount > IResourceExport.MaxRows)
        {
            throw new BusinessException(LowCodeErrorCodes.TooManyRows).WithData("Limit", IResourceExport.MaxRows);
        }
        var extension = request.Format.ToString().ToLowerInvariant();
        var day = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), await companyTime.GetZoneAsync(cancellationToken)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new PreparedExport(resource, request with { Query = query }, found.TotalCount ?? 0, $"{resource.Name}-{day}.{extension}", request.Format switch
        {
            ExportFormat.Csv => "text/csv; charset=utf-8",
            ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => "application/json",
        });
    }

    public async Task<int> WriteAsync(PreparedExport export, Stream output, CancellationToken cancellationToken)
    {
        await accessProvider.RequireAsync(export.Resource.ExportPermission, cancellationToken);
        var progress = export.Request.Id is { } id && await board.BeginAsync(id, user.StaffId, export.Rows, cancellationToken) ? id : (Guid?)null;
        var reported = clock.GetTimestamp();
        var written = 0;
        try
        {
            await using var writer = Writer(export, output, await companyTime.GetZoneAsync(cancellationToken));
            IReadOnlyList<FieldModel>? fields = null;
            await foreach (var row in reader.StreamAsync(export.Resource, export.Request.Query, f => fields = f, cancellationToken))
            {
                if (written == 0)
                {
                    await writer.StartAsync(Columns(export.Request, fields!), cancellationToken);
                }
                if (written == IResourceExport.MaxRows)
                {
                    break; // rows that came since the count
                }
                await writer.WriteAsync(row, cancellationToken);
                if (++written % RowsBetweenReports == 0 && progress is { } going && (written == RowsBetweenReports || clock.GetElapsedTime(reported) >= BetweenReports))
                {
                    await board.AdvanceAsync(going, written, isFinished: false, cancellationToken);
                    reported = clock.GetTimestamp();
                }
            }
            if (written == 0)
            {
                await writer.StartAsync(Columns(export.Request, fields!), cancellationToken);
            }
            await writer.FinishAsync(cancellationToken);
            if (progress is { } done)
            {
                await board.AdvanceAsync(done, written, isFinished: true, CancellationToken.None);
            }
            return written;
        }
        finally
        {
            await audit.WriteAsync(Line(export, written), CancellationToken.None); // what has left has left, also when the rest was not wanted
        }
    }

    public Task<ExportProgress?> FindProgressAsync(Guid exportId, CancellationToken cancellationToken) => board.FindAsync(exportId, user.StaffId, cancellationToken);

    private RowsWriter Writer(PreparedExport export, Stream output, TimeZoneInfo zone)
    {
        var request = export.Request;
        var values = new ExportValues(request.ForPrograms, request.DecimalComma, texts, zone);
        return request.Format switch
        {
            ExportFormat.Csv => new CsvRows(output, values),
            ExportFormat.Xlsx => new XlsxRows(output, texts.Find(export.Resource.TextKey) ?? export.Resource.Name, values),
            _ => new JsonRows(output),
        };
    }

    private List<ExportColumn> Columns(ExportRequest request, IReadOnlyList<FieldModel> fields) =>
        [.. fields.Select(f => new ExportColumn(f.Name, f.Kind, request.ForPrograms ? f.Name : texts.Find(f.TextKey) ?? f.Name))];

    private static AuditRecord Line(PreparedExport export, int rows)
    {
        var query = export.Request.Query;
        var told = new Dictionary<string, AuditChange>
        {
            ["Resource"] = new(null, export.Resource.Name),
            ["Format"] = new(null, export.Request.Format.ToString()),
            ["Rows"] = new(null, rows),
            ["Fields"] = new(null, string.Join(',', query.Fields ?? [])),
        };
        if (query.Filter is not null)
        {
            told["Filter"] = new AuditChange(null, FilterText.Format(query.Filter));
        }
        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            told["Search"] = new AuditChange(null, query.Search);
        }
        return new AuditRecord(AuditActions.Exported, export.Resource.EntityType.Name, Changes: told);
    }
}
