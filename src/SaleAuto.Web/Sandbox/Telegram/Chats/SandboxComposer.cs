namespace SaleAuto.Sandbox.Telegram;

/// <summary>Turns what somebody composed in the window into messages: a text, photos or files with a caption.</summary>
internal static class SandboxComposer
{
    private const int MostFiles = 10;

    public static async Task<IReadOnlyList<ApiMessage>> SendAsync(SandboxBotApi api, long chat, IFormCollection form, CancellationToken cancellationToken)
    {
        var text = form["text"].ToString();
        var photos = new List<SandboxPhoto>();
        foreach (var photo in form.Files.GetFiles("photo").Take(MostFiles))
        {
            // The browser makes the smaller sizes, as Telegram's own programs do: photo 2 comes with small-2.
            var smaller = new List<byte[]>();
            foreach (var small in form.Files.GetFiles($"small-{photos.Count}"))
            {
                smaller.Add(await ReadAsync(small, cancellationToken));
            }
            photos.Add(new SandboxPhoto(await ReadAsync(photo, cancellationToken)) { Smaller = smaller });
        }
        if (photos.Count > 0)
        {
            return api.SendPhotos(chat, photos, text);
        }
        var files = new List<BotApiUpload>();
        foreach (var file in form.Files.GetFiles("file").Take(MostFiles))
        {
            files.Add(new BotApiUpload(Path.GetFileName(file.FileName), file.ContentType, await ReadAsync(file, cancellationToken)));
        }
        return files.Count > 0 ? api.SendDocuments(chat, files, text) : [api.SendText(chat, text)];
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
