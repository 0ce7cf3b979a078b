using SaleAuto.Users;

namespace SaleAuto.Settings;

/// <summary>Names of those who changed settings.</summary>
internal sealed class SettingAuthors(IStaffAccounts accounts)
{
    /// <summary>The person's name; null for the program itself.</summary>
    public async Task<string?> FindNameAsync(Guid? staffId, CancellationToken cancellationToken) =>
        staffId is { } id ? (await accounts.FindAsync(id, cancellationToken))?.FullName : null;
}
