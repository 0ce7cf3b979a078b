using SaleAuto.Auditing;
using SaleAuto.Users;

namespace SaleAuto.Permissions;

/// <summary>Access of the current person, from memory.</summary>
internal sealed class StaffAccessProvider(ICurrentUser user, IRequestOrigin origin, IStaffAccounts accounts, PermissionRegistry registry) : IStaffAccessProvider
{
    public async ValueTask<StaffAccess> GetAsync(CancellationToken cancellationToken)
    {
        if (user.StaffId is not { } staffId)
        {
            return origin.IsRequest || user.ClientId is not null ? StaffAccess.Nobody : StaffAccess.Program;
        }
        var access = await GetAsync(staffId, cancellationToken);
        return user.Scopes is { } scopes && registry.AllowedBy(scopes) is { } allowed ? access.LimitTo(allowed) : access;
    }

    public async ValueTask<StaffAccess> GetAsync(Guid staffId, CancellationToken cancellationToken) =>
        (await accounts.FindAsync(staffId, cancellationToken))?.Access ?? StaffAccess.Nobody;
}
