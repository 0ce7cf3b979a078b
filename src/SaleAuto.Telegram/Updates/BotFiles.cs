using Microsoft.Extensions.Logging;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.Telegram;

namespace SaleAuto.Bot;

/// <summary>Fetches what people send to the bot.</summary>
public interface IBotFiles
{
    /// <summary>Stores a picture or file for the current person.</summary>
    /// <returns>Its id among the stored files.</returns>
    /// <exception cref="BusinessException">It is too large for bots, or Telegram has it no more.</exception>
    /// <exception cref="BotApiException">Telegram does not give it now.</exception>
    Task<Guid> SaveAsync(BotFile file, CancellationToken cancellationToken);
}

internal sealed partial class BotFiles(TelegramClient telegram, IStoredFiles files, ILogger<BotFiles> logger) : IBotFiles
{
    private const long MaxBytes = 20 * 1024 * 1024; // Telegram gives bots no more

    public async Task<Guid> SaveAsync(BotFile file, CancellationToken cancellationToken)
    {
        if (file.Size > MaxBytes)
        {
            throw new BusinessException(SaleAutoErrorCodes.Bot.FileTooLarge);
        }
        var path = await FindAsync(file.FileId, cancellationToken);
        StoredFileDto stored;
        await using (var content = await FetchAsync(path, cancellationToken))
        {
            stored = await files.SaveAsync(file.Name ?? Path.GetFileName(path), content, cancellationToken);
        }
        if (stored.IsPicture && file.ThumbnailId is { } thumbnailId)
        {
            await TrySaveThumbnailAsync(stored.Id, thumbnailId, cancellationToken);
        }
        return stored.Id;
    }

    // The picture is there; without its small size lists are slower, and nothing else.
    private async Task TrySaveThumbnailAsync(Guid fileId, string thumbnailId, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await FetchAsync(await FindAsync(thumbnailId, cancellationToken), cancellationToken);
            await files.AddThumbnailAsync(fileId, content, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && fault is BotApiException or BusinessException or HttpRequestException or OperationCanceledException)
        {
            Log.NoThumbnail(logger, fileId, fault.Message);
        }
    }

    private async Task<Stream> FetchAsync(string path, CancellationToken cancellationToken)
    {
        var (status, content) = await telegram.DownloadAsync(path, MaxBytes, cancellationToken);
        return content ?? throw ((int)status < 300 ? new BusinessException(SaleAutoErrorCodes.Bot.FileTooLarge) : new BotApiException($"telegram:file-{(int)status}"));
    }

    private async Task<string> FindAsync(string fileId, CancellationToken cancellationToken)
    {
        var answer = await telegram.GetFileAsync(new GetFileRequest(fileId), cancellationToken);
        if (answer is { Ok: true, Result.FilePath: { } path })
        {
            return path;
        }
        throw answer.ErrorCode == 400
            ? new BusinessException(answer.Description?.Contains("too big", StringComparison.OrdinalIgnoreCase) == true
                ? SaleAutoErrorCodes.Bot.FileTooLarge
                : SaleAutoErrorCodes.Bot.FileGone)
            : new BotApiException($"telegram:{answer.ErrorCode}");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The picture {FileId} has no small size: {Fault}")]
        public static partial void NoThumbnail(ILogger logger, Guid fileId, string fault);
    }
}
