using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Permissions;

/// <summary>Accounts with their access, read once and kept until a commit touches accounts, roles or grants.</summary>
internal sealed class StaffAccountCache(IServiceScopeFactory scopes, PermissionRegistry registry) : IStaffAccounts, IRowChangeListener
{
    private readonly ConcurrentDictionary<Guid, StaffAccount> _accounts = new();
    private readonly Lock _lock = new();
    private long _generation;

    public async ValueTask<StaffAccount?> FindAsync(Guid staffId, CancellationToken cancellationToken)
    {
        if (_accounts.TryGetValue(staffId, out var known))
        {
            return known;
        }
        var generation = Interlocked.Read(ref _generation);
        await using var scope = scopes.CreateAsyncScope();
        var account = await LoadAsync(scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>(), staffId, cancellationToken);
        lock (_lock)
        {
            if (account is not null && generation == _generation) // else somebody changed something meanwhile: the next one reads again
            {
                _accounts[staffId] = account;
            }
        }
        return account;
    }

    public void OnCommitted(IReadOnlyList<RowChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.EntityType == typeof(StaffMember) || change.EntityType == typeof(IdentityUserRole<Guid>))
            {
                Forget(change.Id);
            }
            else if (change.EntityType == typeof(PermissionGrant) || change.EntityType == typeof(IdentityRole<Guid>))
            {
                Forget(null);
            }
        }
    }

    private void Forget(Guid? staffId)
    {
        lock (_lock)
        {
            _generation++;
            if (staffId is { } id)
            {
                _accounts.TryRemove(id, out _);
            }
            else
            {
                _accounts.Clear();
            }
        }
    }

    private async Task<StaffAccount?> LoadAsync(SaleAutoDbContext db, Guid staffId, CancellationToken cancellationToken)
    {
        var staff = await db.Users.AsNoTracking().FirstOrDefaultAsync(x => x.Id == staffId, cancellationToken);
        if (staff is null)
        {
            return null;
        }
        var roles = await (
            from membership in db.UserRoles
            join role in db.Roles on membership.RoleId equals role.Id
            where membership.UserId == staffId
            select new { role.Id, role.Name }).ToDictionaryAsync(x => x.Id, x => x.Name!, cancellationToken);
        Guid[] holders = [staffId, .. roles.Keys];
        var grants = await db.Set<PermissionGrant>().AsNoTracking().Where(x => holders.Contains(x.HolderId)).ToListAsync(cancellationToken);
        return new StaffAccount
        {
            Id = staff.Id,
            UserName = staff.UserName!,
            FullName = staff.FullName,
            IsActive = staff.IsActive,
            MustChangePassword = staff.MustChangePassword,
            SecurityStamp = staff.SecurityStamp ?? "",
            Roles = [.. roles.Values.Order(StringComparer.Ordinal)],
            Access = staff.IsActive ? AccessComposer.Compose(registry, staffId, roles, grants) : StaffAccess.Nobody,
        };
    }
}
