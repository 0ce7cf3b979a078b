namespace SaleAuto.LowCode;

/// <summary>Keeps how far exports are, for whichever node is asked. The host gives it.</summary>
public interface IExportBoard
{
    /// <summary>An export begins. False when the id is taken; then it is not told of.</summary>
    Task<bool> BeginAsync(Guid id, Guid? staffId, long total, CancellationToken cancellationToken);

    /// <summary>So many rows are written.</summary>
    Task AdvanceAsync(Guid id, int written, bool isFinished, CancellationToken cancellationToken);

    /// <summary>How far the person's export is, or null.</summary>
    Task<ExportProgress?> FindAsync(Guid id, Guid? staffId, CancellationToken cancellationToken);
}
