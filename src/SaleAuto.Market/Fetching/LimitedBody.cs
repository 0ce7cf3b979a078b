using System.Buffers;

namespace SaleAuto.Market;

/// <summary>Reads a body up to a limit, whatever length it claims.</summary>
internal static class LimitedBody
{
    private const int Piece = 16 * 1024;

    /// <summary>The body, or null when it is longer than the limit; the rest is then not read.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
        {
            return null;
        }
        var body = new ArrayBufferWriter<byte>(Piece);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        while (await stream.ReadAsync(body.GetMemory(Piece), cancellationToken) is var read and > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > limit)
            {
                return null;
            }
        }
        return body.WrittenMemory;
    }
}
