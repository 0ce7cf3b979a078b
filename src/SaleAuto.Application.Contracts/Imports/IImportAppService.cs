namespace SaleAuto.Imports;

/// <summary>
/// Tables into records: upload, choose what each column is, check without saving, import. Checking and importing run in the background on behalf of
/// the person, with the person's permissions; they go on after a restart and do no row twice. An import is seen by the person who uploaded it only.
/// </summary>
public interface IImportAppService
{
    /// <summary>Takes a CSV or XLSX table whose first row names the columns, and guesses the field of each.</summary>
    /// <exception cref="Errors.AuthorizationException">The permission to import into the resource is missing.</exception>
    /// <exception cref="Errors.InputValidationException">Too large, unreadable or too many rows; the field is <c>file</c>.</exception>
    Task<ImportDto> UploadAsync(string resource, string fileName, Stream content, CancellationToken cancellationToken);

    /// <summary>How far it is.</summary>
    Task<ImportDto> GetAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The person's imports into the resource, newest first, at most 50.</summary>
    Task<IReadOnlyList<ImportDto>> GetListAsync(string resource, CancellationToken cancellationToken);

    /// <summary>Fields that a column may be loaded into, for the person; none of them twice.</summary>
    Task<IReadOnlyList<ImportFieldDto>> GetFieldsAsync(string resource, CancellationToken cancellationToken);

    /// <summary>Sets mode and mapping and starts the check of all rows. Also after a check, to mend the mapping.</summary>
    Task<ImportDto> CheckAsync(Guid id, ImportChoices choices, CancellationToken cancellationToken);

    /// <summary>Starts saving, once checked. Rows with faults are rejected again, the others saved.</summary>
    Task<ImportDto> StartAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Stops the check or the import; rows saved so far stay.</summary>
    Task<ImportDto> CancelAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Faults by row, in the order of the table.</summary>
    /// <param name="id">The import.</param>
    /// <param name="afterRow">Row that the page before ended with; 0 for the first page.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>At most 100 faults.</returns>
    Task<IReadOnlyList<ImportFaultDto>> GetFaultsAsync(Guid id, int afterRow, CancellationToken cancellationToken);

    /// <summary>Writes the rejected rows as CSV: the columns of the table and one with the reasons, ready to be mended and imported again.</summary>
    Task WriteRejectedAsync(Guid id, Stream output, CancellationToken cancellationToken);
}

/// <summary>An import and its progress.</summary>
public sealed record ImportDto
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the resource in addresses.</summary>
    public required string Resource { get; init; }

    /// <summary>Name of the uploaded table.</summary>
    public required string FileName { get; init; }

    /// <summary>Where it is.</summary>
    public required ImportStatus Status { get; init; }

    /// <summary>What is done with the rows.</summary>
    public required ImportMode Mode { get; init; }

    /// <summary>Columns of the table with what they are loaded into.</summary>
    public required IReadOnlyList<ImportColumnDto> Columns { get; init; }

    /// <summary>Rows of the table.</summary>
    public required int TotalRows { get; init; }

    /// <summary>Rows checked or imported so far.</summary>
    public required int DoneRows { get; init; }

    /// <summary>Records created (to be created, after a check).</summary>
    public required int CreatedRows { get; init; }

    /// <summary>Records changed (to be changed, after a check).</summary>
    public required int UpdatedRows { get; init; }

    /// <summary>Rows with faults.</summary>
    public required int RejectedRows { get; init; }

    /// <summary>Code of the fault that stopped it, the key of a text.</summary>
    public string? FailureCode { get; init; }

    /// <summary>When the table was uploaded, UTC.</summary>
    public required DateTime UploadedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? FinishedAt { get; init; }
}

/// <summary>A column of an uploaded table.</summary>
/// <param name="Index">Place, from 0.</param>
/// <param name="Header">Its heading.</param>
/// <param name="Sample">First values, for the person to recognize it.</param>
/// <param name="Field">Name of the field that it is loaded into; null when it is passed over.</param>
public sealed record ImportColumnDto(int Index, string Header, string Sample, string? Field);

/// <summary>A field that a column may be loaded into.</summary>
/// <param name="Name">Name in the API.</param>
/// <param name="Caption">Caption in the current language.</param>
/// <param name="IsRequired">Whether a new record needs it.</param>
/// <param name="IsKey">Whether it identifies a record when rows are updated.</param>
public sealed record ImportFieldDto(string Name, string Caption, bool IsRequired, bool IsKey);

/// <summary>What the person chose.</summary>
public sealed record ImportChoices
{
    /// <summary>What is done with the rows.</summary>
    public required ImportMode Mode { get; init; }

    /// <summary>Field names by column; null for columns that are passed over. Columns that are left out at the end are passed over.</summary>
    public required IReadOnlyList<string?> Mapping { get; init; }
}

/// <summary>A fault of a row.</summary>
/// <param name="Row">Row of the table, from 1, the heading not counted.</param>
/// <param name="Field">Name of the field; null when the whole row is meant.</param>
/// <param name="Caption">Caption of the field in the current language, or null.</param>
/// <param name="Code">Error code.</param>
/// <param name="Message">The sentence for people.</param>
public sealed record ImportFaultDto(int Row, string? Field, string? Caption, string Code, string Message);
