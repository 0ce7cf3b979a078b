using SaleAuto.Entities;
using SaleAuto.Repositories;

namespace SaleAuto.Imports;

/// <summary>How far an export is. Kept in the database for a few minutes, so that any node can answer the page that waits.</summary>
public class ExportRun : Entity<Guid>
{
    private ExportRun()
    {
    } // EF Core

    /// <summary>An export begins; the page that waits has chosen its id.</summary>
    public ExportRun(Guid id, Guid? staffId, long total, DateTime at)
        : base(id) => (StaffId, Total, ChangedAt) = (staffId, total, at);

    /// <summary>Who waits for it.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>Rows found.</summary>
    public long Total { get; private set; }

    /// <summary>Rows written.</summary>
    public int Written { get; private set; }

    /// <summary>Whether the file is complete.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>When that was, UTC.</summary>
    public DateTime ChangedAt { get; private set; }
}

/// <summary>Exports on their way.</summary>
public interface IExportRunRepository : IRepository<ExportRun>
{
    /// <summary>Notes at once how far one is.</summary>
    Task AdvanceAsync(Guid id, int written, bool isFinished, DateTime at, CancellationToken cancellationToken);

    /// <summary>Forgets those that nothing was heard of since the moment.</summary>
    Task ForgetAsync(DateTime heardBefore, CancellationToken cancellationToken);
}
