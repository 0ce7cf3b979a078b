using System.Globalization;
using SaleAuto.Accounting;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Settings;
using SaleAuto.Staff;

namespace SaleAuto.Reports;

internal sealed class MoneyReportAppService(
    StaffDoor door,
    IEnumerable<IMoneyReport> reports,
    IReportChoices choices,
    ITableExport tables,
    IReportPdf pdf,
    IResourceTexts texts,
    IAuditTrail audit,
    ISettingProvider settings,
    TimeProvider clock) : IMoneyReportAppService
{
    public async Task<IReadOnlyList<string>> GetNamesAsync(CancellationToken cancellationToken)
    {
        await door.RequireAsync(AccountingPermissions.Default, cancellationToken);
        return [.. reports.OrderBy(x => x.Order).Select(x => x.Name)];
    }

    public async Task<MoneyReportDto> GetAsync(string name, MoneyReportInput input, CancellationToken cancellationToken)
    {
        var (report, filter) = await OpenAsync(name, input, cancellationToken);
        var rows = await report.ReadAsync(filter, MoneyReportConsts.MaxShown, cancellationToken);
        var people = report.Filters.HasFlag(ReportFilters.Person) || report.Filters.HasFlag(ReportFilters.Account) ? await choices.GetPeopleAsync(cancellationToken) : null;
        var places = report.Filters.HasFlag(ReportFilters.Account) ? await choices.GetPlacesAsync(cancellationToken) : null;
        return new MoneyReportDto(
            report.Name, report.Resource, filter.Days, report.Filters, report.Columns, rows.Lines, rows.Count, rows.Totals, rows.Notes, Sorted(people), Sorted(places));
    }

    public async Task<ReportFile> ExportAsync(string name, MoneyReportInput input, ReportFormat format, CancellationToken cancellationToken)
    {
        var (report, filter) = await OpenAsync(name, input, cancellationToken);
        var most = format == ReportFormat.Pdf ? MoneyReportConsts.MaxPrinted : MoneyReportConsts.MaxExported;
        var rows = await report.ReadAsync(filter, most, cancellationToken);
        if (rows.Count > most)
        {
            throw new BusinessException(SaleAutoErrorCodes.Accounting.ReportTooLong).WithData("Most", most.ToString("N0", CultureInfo.CurrentCulture)).WithData("Count", rows.Count.ToString("N0", CultureInfo.CurrentCulture));
        }
        var words = new ReportWords(texts, filter.Zone);
        var content = format == ReportFormat.Pdf ? Print(report, filter, rows, words) : await TabulateAsync(report, rows, words, format, cancellationToken);
        await audit.WriteAsync(Line(report, filter, format, rows.Count), cancellationToken);
        var days = report.Filters.HasFlag(ReportFilters.From) ? $"{filter.Days.From:yyyy-MM-dd}-{filter.Days.To:yyyy-MM-dd}" : $"{filter.Days.To:yyyy-MM-dd}";
        return new ReportFile($"{report.Name}-{days}.{format.ToString().ToLowerInvariant()}", ContentType(format), content);
    }

    private static string ContentType(ReportFormat format) => format switch
    {
        ReportFormat.Csv => "text/csv; charset=utf-8",
        ReportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/pdf",
    };

    private static AuditRecord Line(IMoneyReport report, ReportFilter filter, ReportFormat format, int rows) => new(
        AuditActions.Exported,
        "Report",
        Changes: new Dictionary<string, AuditChange>
        {
            ["Report"] = new(null, report.Name),
            ["Format"] = new(null, format.ToString()),
            ["From"] = new(null, filter.Days.From),
            ["To"] = new(null, filter.Days.To),
            ["Rows"] = new(null, rows),
        });

    private static IReadOnlyList<(Guid Id, string Name)> Sorted(IReadOnlyDictionary<Guid, string>? names) =>
        [.. (names ?? new Dictionary<Guid, string>()).Select(x => (x.Key, x.Value)).OrderBy(x => x.Value, StringComparer.CurrentCulture)];

    private async Task<(IMoneyReport Report, ReportFilter Filter)> OpenAsync(string name, MoneyReportInput input, CancellationToken cancellationToken)
    {
        await door.RequireAsync(AccountingPermissions.Default, cancellationToken);
        var report = reports.FirstOrDefault(x => x.Name == name) ?? throw new EntityNotFoundException(typeof(IMoneyReport), name);
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var to = input.To ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, zone));
        var from = report.Filters.HasFlag(ReportFilters.From) ? input.From ?? new DateOnly(to.Year, to.Month, 1) : to;
        var days = new ReportDays(from, to);
        if (days.Count < 1 || days.Count > ReportDays.Most || from.Year <= 1900 || to.Year >= 2200 || input.MinAge is < 0 or > ReportDays.Most || input.MaxAge is < 0 or > ReportDays.Most)
        {
            throw new InputValidationException(nameof(input.From), SaleAutoErrorCodes.Fields.OutOfRange);
        }
        return (report, new ReportFilter(days, zone)
        {
            PersonId = input.PersonId,
            AccountId = input.AccountId,
            Category = input.Category,
            MinAge = input.MinAge,
            MaxAge = input.MaxAge,
        });
    }

    private byte[] Print(IMoneyReport report, ReportFilter filter, ReportRows rows, ReportWords words)
    {
        return pdf.Write(new PrintedReport(
            words.Title(report.Name),
            words.Days(filter.Days, report.Filters),
            [.. report.Columns.Select(x => (words.Caption(x), x.Kind is ReportColumnKind.Money or ReportColumnKind.Count or ReportColumnKind.Share))],
            [.. rows.Lines.Select(line => Texts(line.Values))],
            Texts(Labelled(rows.Totals, words)),
            [.. rows.Notes.Select(words.Note)],
            words.Find("reports.page"),
            clock.GetUtcNow().UtcDateTime));

        IReadOnlyList<string> Texts(IReadOnlyList<object?> values) => [.. values.Select((value, place) => words.Cell(report.Columns[place], value))];
    }

    // The first column of every report is no sum: the word stands there.
    private static IReadOnlyList<object?> Labelled(IReadOnlyList<object?> totals, ReportWords words) => [words.Find("reports.total"), .. totals.Skip(1)];

    private async Task<byte[]> TabulateAsync(IMoneyReport report, ReportRows rows, ReportWords words, ReportFormat format, CancellationToken cancellationToken)
    {
        var table = new ExportedTable(
            words.Title(report.Name),
            [.. report.Columns.Select(x => (ReportWords.KindOf(x), words.Caption(x) + (x.Kind == ReportColumnKind.Share ? ", %" : "")))],
            [.. rows.Lines.Select(line => Values(line.Values))],
            Values(Labelled(rows.Totals, words)));
        using var output = new MemoryStream();
        var isRussian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru";
        await tables.WriteAsync(table, format == ReportFormat.Csv ? ExportFormat.Csv : ExportFormat.Xlsx, decimalComma: isRussian, output, cancellationToken);
        return output.ToArray();

        object?[] Values(IReadOnlyList<object?> values) => [.. values.Select((value, place) => words.Value(report.Columns[place], value))];
    }
}
