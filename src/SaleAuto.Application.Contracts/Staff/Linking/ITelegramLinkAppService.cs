namespace SaleAuto.Staff.Linking;

/// <summary>The own Telegram chat of whoever asks. Refused to tokens.</summary>
public interface ITelegramLinkAppService
{
    /// <summary>Issues a code that links a chat; earlier ones stop working.</summary>
    Task<TelegramLinkDto> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Unlinks the chat; without one nothing changes.</summary>
    Task UnlinkAsync(CancellationToken cancellationToken);
}

/// <summary>A code that links a chat.</summary>
/// <param name="Code">To be typed in the chat; shown once.</param>
/// <param name="Link">Opens the bot with the code; null when the bot's name is not configured.</param>
/// <param name="ExpiresAt">Until when, UTC.</param>
public sealed record TelegramLinkDto(string Code, string? Link, DateTime ExpiresAt);

/// <summary>Makes links that open the bot.</summary>
public interface IBotLinks
{
    /// <summary>Absolute address, or null when the bot's name is not configured.</summary>
    string? ForStart(string code);
}

/// <summary>The bot's side: a chat becomes that of whoever got the code.</summary>
public interface ITelegramLinking
{
    /// <summary>Links the chat.</summary>
    /// <returns>The person, or null when the code is unknown, used or expired, or the account is disabled.</returns>
    Task<LinkedPersonDto?> LinkAsync(long chatId, string code, CancellationToken cancellationToken);
}

/// <summary>Whose chat it is now.</summary>
public sealed record LinkedPersonDto(Guid StaffId, string FullName);
