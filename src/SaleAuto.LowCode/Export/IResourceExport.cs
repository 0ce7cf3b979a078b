namespace SaleAuto.LowCode;

/// <summary>Rows of a resource as a file: what the person sees under filter, search and sort, without paging.</summary>
public interface IResourceExport
{
    /// <summary>Most rows of one export.</summary>
    const int MaxRows = 1_000_000;

    /// <summary>Checks permission, query and number of rows before anything is written, so that a refusal can still be answered as one.</summary>
    /// <exception cref="Errors.AuthorizationException">The permission to export is missing.</exception>
    /// <exception cref="Errors.InputValidationException">The query is wrong.</exception>
    /// <exception cref="Errors.BusinessException">There are more than <see cref="MaxRows"/> rows.</exception>
    Task<PreparedExport> PrepareAsync(ResourceModel resource, ExportRequest request, CancellationToken cancellationToken);

    /// <summary>Writes the rows and an audit line.</summary>
    /// <returns>Number of rows written.</returns>
    Task<int> WriteAsync(PreparedExport export, Stream output, CancellationToken cancellationToken);

    /// <summary>How far an export of the current person is, whichever node writes it; null when there is none of that id.</summary>
    Task<ExportProgress?> FindProgressAsync(Guid exportId, CancellationToken cancellationToken);
}

/// <summary>What is exported and how it looks.</summary>
public sealed record ExportRequest
{
    /// <summary>Filter, search, sort and fields. Without fields: all that the person may see and that exports hold.</summary>
    public required ListQuery Query { get; init; }

    /// <summary>Kind of file.</summary>
    public required ExportFormat Format { get; init; }

    /// <summary>
    /// Whether headings are field names and values are the API's (enum names, UTC), to be read by programs and imported elsewhere;
    /// otherwise captions and values in the current language. JSON is always for programs.
    /// </summary>
    public bool ForPrograms { get; init; }

    /// <summary>Whether numbers of a CSV have a decimal comma, as a Russian Excel expects.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Names the export for <see cref="IResourceExport.FindProgressAsync"/>; chosen by the screen.</summary>
    public Guid? Id { get; init; }
}

/// <summary>Kind of an exported file.</summary>
public enum ExportFormat
{
    /// <summary>Text with semicolons, UTF-8 with a byte order mark.</summary>
    Csv,

    /// <summary>Excel.</summary>
    Xlsx,

    /// <summary>An array of objects.</summary>
    Json,
}

/// <summary>An export that may be written.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Rows">Number of rows found.</param>
/// <param name="FileName">Name for the person, with extension.</param>
/// <param name="ContentType">Media type.</param>
public sealed record PreparedExport(ResourceModel Resource, ExportRequest Request, long Rows, string FileName, string ContentType);

/// <summary>How far an export is.</summary>
/// <param name="Written">Rows written.</param>
/// <param name="Total">Rows found.</param>
/// <param name="IsFinished">Whether the file is complete.</param>
public sealed record ExportProgress(int Written, long Total, bool IsFinished);
