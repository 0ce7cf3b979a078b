using System.Text.RegularExpressions;

namespace SaleAuto.Blobs;

/// <summary>Blobs as files under one folder.</summary>
/// <param name="folder">The folder; made when the first file comes.</param>
public sealed partial class FolderBlobContainer(string folder) : IBlobContainer
{
    private const int BufferSize = 81920;

    private readonly string _root = Path.GetFullPath(folder);

    /// <inheritdoc />
    public async Task SaveAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}~"; // no name of a blob ends so
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, useAsync: true))
            {
                await content.CopyToAsync(file, cancellationToken);
            }
            File.Move(unfinished, path, overwrite: true); // a reader sees the old file or the new one, never half of it
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <inheritdoc />
    public Task<Stream?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var options = FileOptions.Asynchronous | FileOptions.SequentialScan;
            return Task.FromResult<Stream?>(new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, options));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc />
    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
        {
            return Task.FromResult(false);
        }
        File.Delete(path);
        return Task.FromResult(true);
    }

    // Each part starts with a letter or digit, so neither "..", an absolute path nor a hidden file can be named.
    private string PathOf(string name) => Name().IsMatch(name) && name.Length <= 300
        ? Path.Combine(_root, name.Replace('/', Path.DirectorySeparatorChar))
        : throw new ArgumentException("Not a name of a blob", nameof(name));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*\z")]
    private static partial Regex Name();
}
