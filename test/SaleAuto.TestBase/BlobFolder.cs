using SaleAuto.Blobs;

namespace SaleAuto;

/// <summary>Blobs in a folder of the test.</summary>
public sealed class BlobFolder(string folder) : IBlobContainer
{
    public async Task SaveAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        await using var file = File.Create(PathOf(name));
        await content.CopyToAsync(file, cancellationToken);
    }

    public Task<Stream?> FindAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(File.Exists(PathOf(name)) ? File.OpenRead(PathOf(name)) : null);

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var was = File.Exists(PathOf(name));
        File.Delete(PathOf(name));
        return Task.FromResult(was);
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
