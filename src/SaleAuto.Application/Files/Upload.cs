namespace SaleAuto.Files;

/// <summary>An upload on its way: written to a temporary file that vanishes when closed, so that a large one costs no memory.</summary>
internal static class Upload
{
    private const int BufferSize = 81920;

    /// <summary>Receives a stream up to the limit; null when it is longer.</summary>
    public static async Task<FileStream?> ReceiveAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"saleauto-{Guid.NewGuid():N}.upload"),
            FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            var buffer = new byte[BufferSize];
            long received = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                received += read;
                if (received > limit)
                {
                    await file.DisposeAsync();
                    return null;
                }
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            await file.FlushAsync(cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
