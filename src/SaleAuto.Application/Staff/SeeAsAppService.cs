using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Users;

namespace SaleAuto.Staff;

internal sealed class SeeAsAppService(ICurrentUser user, IStaffAccessProvider access, IStaffAccounts accounts, IAuditTrail audit) : ISeeAsAppService
{
    public async Task BeginAsync(Guid staffId, CancellationToken cancellationToken)
    {
        if (user.SeenById is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.OnlyLooking);
        }
        if (user.Scopes is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.TokenNotAllowed);
        }
        var own = await access.RequireAsync(SaleAutoPermissions.SeeAs, cancellationToken);
        if (own.StaffId == staffId)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.NotYourself);
        }
        if (await accounts.FindAsync(staffId, cancellationToken) is not { IsActive: true })
        {
            throw new EntityNotFoundException(typeof(StaffMember), staffId);
        }
        if (await FindAllowedAsync(own.StaffId ?? Guid.Empty, staffId, cancellationToken) is null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.SeeAsNotAllowed);
        }
        await audit.WriteAsync(new AuditRecord(AuditActions.SeenAs, nameof(StaffMember), staffId), cancellationToken);
    }

    public async ValueTask<StaffAccount?> FindAllowedAsync(Guid staffId, Guid seenId, CancellationToken cancellationToken)
    {
        var own = await accounts.FindAsync(staffId, cancellationToken);
        var seen = await accounts.FindAsync(seenId, cancellationToken);
        return own is { IsActive: true }
            && seen is { IsActive: true }
            && own.Access.Has(SaleAutoPermissions.SeeAs)
            && (own.Access.IsUnlimited || !seen.Access.IsUnlimited)
                ? seen
                : null;
    }
}
