using System.Security.Cryptography;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>A stored file.</summary>
internal sealed record SandboxFile(string FileId, string UniqueId, string Path, string? Name, string ContentType, byte[] Bytes)
{
    public ApiDocument ToDocument() => new(FileId, UniqueId, Name, ContentType, Bytes.Length);

    public ApiPhotoSize ToPhoto(int width, int height) => new(FileId, UniqueId, width, height, Bytes.Length);
}

/// <summary>The files of all chats; the oldest go when they become too many.</summary>
internal sealed class SandboxFiles
{
    private const long MostBytes = 256L * 1024 * 1024;

    private readonly Dictionary<string, SandboxFile> _files = [];
    private readonly Queue<string> _ages = [];
    private long _bytes;

    public SandboxFile? Find(string fileId) => _files.GetValueOrDefault(fileId);

    public SandboxFile? FindByPath(string path) => _files.Values.FirstOrDefault(file => file.Path == path);

    public SandboxFile Add(string folder, byte[] bytes, string? name, string? contentType)
    {
        // The unique id is of the content, as with Telegram: the same picture sent twice is recognised.
        var uniqueId = "AQ" + Convert.ToHexStringLower(SHA256.HashData(bytes))[..14];
        var fileId = "Ag" + RandomNumberGenerator.GetHexString(40, lowercase: true);
        var extension = System.IO.Path.GetExtension(name) is { Length: > 1 and <= 8 } found && found[1..].All(char.IsAsciiLetterOrDigit) ? found : "";
        var file = new SandboxFile(fileId, uniqueId, $"{folder}/file_{fileId[^12..]}{extension}", name, contentType ?? "application/octet-stream", bytes);
        _files.Add(fileId, file);
        _ages.Enqueue(fileId);
        for (_bytes += bytes.Length; _bytes > MostBytes && _ages.Count > 1;)
        {
            _files.Remove(_ages.Dequeue(), out var oldest);
            _bytes -= oldest!.Bytes.Length;
        }
        return file;
    }
}
