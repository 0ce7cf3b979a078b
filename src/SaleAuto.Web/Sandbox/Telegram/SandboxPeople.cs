using SaleAuto.Staff;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>The staff who linked a chat: they are in the sandbox from the start, and after a restart again.</summary>
internal sealed class SandboxPeople(IServiceScopeFactory scopes)
{
    private static readonly string[] _roles = [StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner, StaffRoles.Administrator];

    public async Task<IReadOnlyList<SandboxPerson>> GetAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<IStaffDirectory>();
        var people = new List<SandboxPerson>();
        foreach (var role in _roles)
        {
            people.AddRange((await directory.GetByRoleAsync(role, cancellationToken)).Select(x => new SandboxPerson(x.TelegramChatId, x.FullName, role)));
        }
        return [.. people.DistinctBy(x => x.ChatId)];
    }

    public async Task<SandboxPerson?> FindAsync(long chatId, CancellationToken cancellationToken) =>
        (await GetAsync(cancellationToken)).FirstOrDefault(x => x.ChatId == chatId);
}
