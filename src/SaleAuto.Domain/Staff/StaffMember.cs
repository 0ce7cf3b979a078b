using Microsoft.AspNetCore.Identity;
using SaleAuto.Auditing;
using SaleAuto.Repositories;
using SaleAuto.Searching;

namespace SaleAuto.Staff;

/// <summary>An employee with an account: manager, seller, owner, administrator.</summary>
public class StaffMember : IdentityUser<Guid>, IAudited, ISearchable, ICachedRow
{
    /// <summary>Creates an account without a password.</summary>
    public StaffMember(Guid id, string userName, string fullName)
    {
        Id = id;
        UserName = userName;
        FullName = fullName;
    }

    private StaffMember()
    {
    } // EF Core

    /// <summary>Name and surname.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Telegram chat that the person linked; null when none.</summary>
    public long? TelegramChatId { get; private set; }

    /// <summary>Whether the person gets the messages of the shift.</summary>
    public bool IsOnDuty { get; private set; }

    /// <summary>Whether the account may be used at all.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Links the chat that messages go to.</summary>
    public void LinkTelegram(long chatId) => TelegramChatId = chatId;

    /// <summary>Starts or ends the shift.</summary>
    public void SetDuty(bool onDuty) => IsOnDuty = onDuty;

    /// <summary>Cuts the person off: no sign-in, no messages.</summary>
    public void Disable() => (IsActive, IsOnDuty) = (false, false);
}

/// <summary>Who gets the messages.</summary>
public interface IStaffDirectory
{
    /// <summary>Active managers on duty with a linked chat.</summary>
    Task<IReadOnlyList<StaffContact>> GetManagersOnDutyAsync(CancellationToken cancellationToken);
}

/// <summary>A person that messages go to.</summary>
public sealed record StaffContact(Guid Id, string FullName, long TelegramChatId);
