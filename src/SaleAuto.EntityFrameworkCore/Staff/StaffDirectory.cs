using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Staff;

internal sealed class StaffDirectory(SaleAutoDbContext db) : IStaffDirectory
{
    private static readonly Expression<Func<StaffMember, StaffContact>> Contact = staff => new StaffContact(staff.Id, staff.FullName, staff.TelegramChatId!.Value, staff.MutedTopics);

    // Nobody on duty must not mean that nobody hears of the client: then all managers do.
    public async Task<IReadOnlyList<StaffContact>> GetManagersOnDutyAsync(CancellationToken cancellationToken) =>
        await WithChat(StaffRoles.Manager).Where(x => x.IsOnDuty).Select(Contact).ToListAsync(cancellationToken) is { Count: > 0 } onDuty
            ? onDuty
            : await GetByRoleAsync(StaffRoles.Manager, cancellationToken);

    public async Task<IReadOnlyList<StaffContact>> GetByRoleAsync(string role, CancellationToken cancellationToken) =>
        await WithChat(role).Select(Contact).ToListAsync(cancellationToken);

    public Task<StaffContact?> FindAsync(Guid staffId, CancellationToken cancellationToken) =>
        db.Users.Where(x => x.Id == staffId && x.IsActive && x.TelegramChatId != null).Select(Contact).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<StaffContact>> GetAsync(IReadOnlyCollection<Guid> staffIds, CancellationToken cancellationToken) =>
        await db.Users.Where(x => staffIds.Contains(x.Id) && x.IsActive && x.TelegramChatId != null).OrderBy(x => x.Id).Select(Contact).ToListAsync(cancellationToken);

    public Task<bool> HasRoleAsync(Guid staffId, string role, CancellationToken cancellationToken) =>
        WithRole(role).AnyAsync(x => x.Id == staffId, cancellationToken);

    public Task<string?> FindNameAsync(Guid staffId, CancellationToken cancellationToken) =>
        db.Users.Where(x => x.Id == staffId).Select(x => x.FullName).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> GetNamesAsync(IReadOnlyCollection<Guid> staffIds, CancellationToken cancellationToken) =>
        await db.Users.Where(x => staffIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.FullName, cancellationToken);

    public Task<Guid?> FindByChatAsync(long chatId, CancellationToken cancellationToken) =>
        db.Users.Where(x => x.TelegramChatId == chatId && x.IsActive).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<StaffMember> WithChat(string role) => WithRole(role).Where(x => x.TelegramChatId != null).OrderBy(x => x.Id);

    private IQueryable<StaffMember> WithRole(string name) =>
        from staff in db.Users
        join staffRole in db.Set<IdentityUserRole<Guid>>() on staff.Id equals staffRole.UserId
        join role in db.Roles on staffRole.RoleId equals role.Id
        where role.Name == name && staff.IsActive
        select staff;
}
