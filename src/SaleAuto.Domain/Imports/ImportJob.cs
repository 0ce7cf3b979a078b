using SaleAuto.Entities;
using SaleAuto.Errors;

namespace SaleAuto.Imports;

/// <summary>
/// A table on its way into records. Rows that are checking or importing are the schedule of the import worker. The progress is written in the same
/// transaction as the rows it tells of, so that a crash neither loses nor repeats one.
/// </summary>
public class ImportJob : AggregateRoot<Guid>
{
    private ImportJob()
    {
    } // EF Core

    /// <summary>An uploaded table.</summary>
    public ImportJob(Guid id, string resource, ImportTable table, Guid ownerId, DateTime uploadedAt)
        : base(id)
    {
        Resource = Check.NotNullOrWhiteSpace(resource, nameof(resource), ImportConsts.MaxResourceLength);
        FileName = Check.NotNullOrWhiteSpace(table.FileName, nameof(table), ImportConsts.MaxFileNameLength);
        BlobName = Check.NotNullOrWhiteSpace(table.BlobName, nameof(table), ImportConsts.MaxBlobNameLength);
        TotalRows = Check.Range(table.Rows, nameof(table), 0, ImportConsts.MaxRows);
        (Headers, Samples, Mapping) = ([.. table.Headers], [.. table.Samples], [.. table.Headers.Select(_ => "")]);
        (OwnerId, UploadedAt) = (ownerId, uploadedAt);
    }

    /// <summary>Name of the resource in addresses.</summary>
    public string Resource { get; private set; } = "";

    /// <summary>Name of the uploaded table.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Where the table lies in the blob container.</summary>
    public string BlobName { get; private set; } = "";

    /// <summary>Who uploaded it; the rows are saved on that person's behalf.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    /// <summary>Where it is.</summary>
    public ImportStatus Status { get; private set; } = ImportStatus.Mapping;

    /// <summary>What is done with the rows.</summary>
    public ImportMode Mode { get; private set; }

    /// <summary>Headings of the columns.</summary>
    public List<string> Headers { get; private set; } = [];

    /// <summary>First values of each column on one line.</summary>
    public List<string> Samples { get; private set; } = [];

    /// <summary>Field of each column; empty for one that is passed over.</summary>
    public List<string> Mapping { get; private set; } = [];

    /// <summary>Rows of the table.</summary>
    public int TotalRows { get; private set; }

    /// <summary>Rows checked or imported so far.</summary>
    public int DoneRows { get; private set; }

    /// <summary>Records created, or to be created after a check.</summary>
    public int CreatedRows { get; private set; }

    /// <summary>Records changed, or to be changed after a check.</summary>
    public int UpdatedRows { get; private set; }

    /// <summary>Rows with faults.</summary>
    public int RejectedRows { get; private set; }

    /// <summary>Until when a node works on it, UTC.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>Code of the fault that stopped it.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Whether a worker has something to do.</summary>
    public bool IsRunning => Status is ImportStatus.Checking or ImportStatus.Importing;

    /// <summary>What the columns seem to be.</summary>
    public void Suggest(ImportMode mode, IReadOnlyList<string> mapping) => (Mode, Mapping) = (mode, [.. mapping]);

    /// <summary>The person chose; every row is to be checked.</summary>
    public void StartChecking(ImportMode mode, IReadOnlyList<string> mapping)
    {
        Require(Status is ImportStatus.Mapping or ImportStatus.Checked or ImportStatus.Checking);
        (Mode, Mapping) = (mode, [.. mapping]);
        Begin(ImportStatus.Checking);
    }

    /// <summary>The person has seen the faults; rows are to be saved.</summary>
    public void StartImporting()
    {
        Require(Status == ImportStatus.Checked);
        Begin(ImportStatus.Importing);
    }

    /// <summary>Some more rows are done.</summary>
    /// <param name="batch">How many and what became of them.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="claimedUntil">How long the worker goes on.</param>
    public void Advance(ImportBatch batch, DateTime now, DateTime claimedUntil)
    {
        Require(IsRunning);
        DoneRows += batch.Created + batch.Updated + batch.Rejected;
        CreatedRows += batch.Created;
        UpdatedRows += batch.Updated;
        RejectedRows += batch.Rejected;
        ClaimedUntil = claimedUntil;
        if (DoneRows < TotalRows)
        {
            return;
        }
        (FinishedAt, ClaimedUntil) = (Status == ImportStatus.Importing ? now : null, null);
        Status = Status == ImportStatus.Importing ? ImportStatus.Finished : ImportStatus.Checked;
    }

    /// <summary>The person stops it.</summary>
    public void Cancel(DateTime now)
    {
        Require(Status is not (ImportStatus.Finished or ImportStatus.Cancelled or ImportStatus.Failed));
        End(ImportStatus.Cancelled, now);
    }

    /// <summary>A fault stops it.</summary>
    public void Fail(string code, DateTime now)
    {
        FailureCode = Check.NotNullOrWhiteSpace(code, nameof(code), ImportConsts.MaxCodeLength);
        End(ImportStatus.Failed, now);
    }

    private void Begin(ImportStatus status)
    {
        Status = status;
        (DoneRows, CreatedRows, UpdatedRows, RejectedRows) = (0, 0, 0, 0);
        (ClaimedUntil, FailureCode) = (null, null);
    }

    private void End(ImportStatus status, DateTime now) => (Status, FinishedAt, ClaimedUntil) = (status, now, null);

    private void Require(bool condition)
    {
        if (!condition)
        {
            throw new BusinessException(SaleAutoErrorCodes.Imports.WrongStatus).WithData("Status", Status);
        }
    }
}

/// <summary>An uploaded table.</summary>
/// <param name="FileName">Name as the person has it.</param>
/// <param name="BlobName">Where it lies.</param>
/// <param name="Headers">Headings of the columns.</param>
/// <param name="Samples">First values of each column.</param>
/// <param name="Rows">Rows without the heading.</param>
public sealed record ImportTable(string FileName, string BlobName, IReadOnlyList<string> Headers, IReadOnlyList<string> Samples, int Rows);

/// <summary>What became of some rows.</summary>
public readonly record struct ImportBatch(int Created, int Updated, int Rejected);
