using Microsoft.AspNetCore.Identity;
using SaleAuto.Auditing;
using SaleAuto.Messages;
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

    /// <summary>Whether the person must choose a new password before anything else.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>Time step of the last one-time code that was accepted: none works twice.</summary>
    [Secret]
    public long LastCodeStep { get; private set; }

    /// <summary>Takes a newer name.</summary>
    public void Rename(string fullName) => FullName = Check.NotNullOrWhiteSpace(fullName.Trim(), nameof(fullName), StaffConsts.MaxNameLength);

    /// <summary>Demands a new password at the next sign-in.</summary>
    public void DemandNewPassword() => MustChangePassword = true;

    /// <summary>The person chose a password.</summary>
    public void PasswordChosen() => MustChangePassword = false;

    /// <summary>Remembers the step of an accepted code.</summary>
    /// <returns>Whether the code is newer than the last one.</returns>
    public bool TakeCodeStep(long step)
    {
        if (step <= LastCodeStep)
        {
            return false;
        }
        LastCodeStep = step;
        return true;
    }

    /// <summary>Lets the person in again.</summary>
    public void Enable() => IsActive = true;

    /// <summary>Links the chat that messages go to.</summary>
    public void LinkTelegram(long chatId) => TelegramChatId = chatId;

    /// <summary>No messages go to Telegram any more, and the bot knows the chat no more.</summary>
    public void UnlinkTelegram() => TelegramChatId = null;

    /// <summary>Messages that the person switched off.</summary>
    public IReadOnlyList<NotificationTopic> MutedTopics { get; private set; } = [];

    /// <summary>Switches messages on or off.</summary>
    public void Hear(NotificationTopic topic, bool isOn) => MutedTopics = isOn
        ? [.. MutedTopics.Where(x => x != topic)]
        : [.. MutedTopics.Append(topic).Distinct().Order()];

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

    /// <summary>Active people of a role with a linked chat, on duty or not.</summary>
    Task<IReadOnlyList<StaffContact>> GetByRoleAsync(string role, CancellationToken cancellationToken);

    /// <summary>The active person's chat, or null when none is linked.</summary>
    Task<StaffContact?> FindAsync(Guid staffId, CancellationToken cancellationToken);

    /// <summary>Active people among these with a linked chat.</summary>
    Task<IReadOnlyList<StaffContact>> GetAsync(IReadOnlyCollection<Guid> staffIds, CancellationToken cancellationToken);

    /// <summary>Whether the person is active and has the role.</summary>
    Task<bool> HasRoleAsync(Guid staffId, string role, CancellationToken cancellationToken);

    /// <summary>The person's name, active or not, or null.</summary>
    Task<string?> FindNameAsync(Guid staffId, CancellationToken cancellationToken);

    /// <summary>Names of these people, active or not.</summary>
    Task<IReadOnlyDictionary<Guid, string>> GetNamesAsync(IReadOnlyCollection<Guid> staffIds, CancellationToken cancellationToken);

    /// <summary>The active staff member who linked that Telegram chat, or null.</summary>
    Task<Guid?> FindByChatAsync(long chatId, CancellationToken cancellationToken);
}

/// <summary>A person that messages go to.</summary>
public sealed record StaffContact(Guid Id, string FullName, long TelegramChatId, IReadOnlyList<NotificationTopic> MutedTopics)
{
    /// <summary>Whether messages of the topic reach the person; those without one always do.</summary>
    public bool Hears(NotificationTopic? topic) => topic is null || !MutedTopics.Contains(topic.Value);
}
