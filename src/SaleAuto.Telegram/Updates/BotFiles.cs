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

internal sealed class BotFiles(TelegramClient telegram, IStoredFiles files) : IBotFiles
{
    private const long MaxBytes = 20 * 1024 * 1024; // Telegram gives bots no more

    public async Task<Guid> SaveAsync(BotFile file, CancellationToken cancellationToken)
    {
        if (file.Size > MaxBytes)
        {
            throw new BusinessException(SaleAutoErrorCodes.Bot.FileTooLarge);
        }
        var path = await FindAsync(file, cancellationToken);
        var (status, content) = await telegram.DownloadAsync(path, MaxBytes, cancellationToken);
        if (content is null)
        {
            throw (int)status < 300 ? new BusinessException(SaleAutoErrorCodes.Bot.FileTooLarge) : new BotApiException($"telegram:file-{(int)status}");
        }
        await using (content)
        {
            return (await files.SaveAsync(file.Name ?? Path.GetFileName(path), content, cancellationToken)).Id;
        }
    }

    private async Task<string> FindAsync(BotFile file, CancellationToken cancellationToken)
    {
        var answer = await telegram.GetFileAsync(new GetFileRequest(file.FileId), cancellationToken);
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
}
