namespace SaleAuto.Blobs;

/// <summary>Files by name, outside the database. Names are paths of letters, digits, dots, dashes and slashes.</summary>
public interface IBlobContainer
{
    /// <summary>Writes a file, replacing one of the same name.</summary>
    Task SaveAsync(string name, Stream content, CancellationToken cancellationToken);

    /// <summary>Opens a file, or null when there is none.</summary>
    Task<Stream?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes a file; true when there was one.</summary>
    Task<bool> DeleteAsync(string name, CancellationToken cancellationToken);
}
