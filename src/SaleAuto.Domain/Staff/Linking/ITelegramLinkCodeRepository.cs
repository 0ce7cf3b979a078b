using SaleAuto.Repositories;

namespace SaleAuto.Staff.Linking;

/// <summary>Codes that link chats, and who has a chat.</summary>
public interface ITelegramLinkCodeRepository : IRepository<TelegramLinkCode>
{
    /// <summary>The code with that hash, or null.</summary>
    Task<TelegramLinkCode?> FindByHashAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Codes of a person that were not used.</summary>
    Task<IReadOnlyList<TelegramLinkCode>> GetOpenAsync(Guid staffId, CancellationToken cancellationToken);

    /// <summary>Who linked the chat, disabled or not; null when nobody did.</summary>
    Task<StaffMember?> FindHolderAsync(long chatId, CancellationToken cancellationToken);

    /// <summary>Removes what works no more.</summary>
    Task DeleteExpiredBeforeAsync(DateTime moment, CancellationToken cancellationToken);
}
