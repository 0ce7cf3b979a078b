using Microsoft.AspNetCore.Identity;
using SaleAuto.Errors;
using SaleAuto.Users;

namespace SaleAuto.Staff;

/// <summary>The account of whoever asks, to be changed by its own person: by no token, and by nobody who sees as that person.</summary>
internal sealed class OwnAccount(ICurrentUser user, IStaffAccounts known, UserManager<StaffMember> accounts)
{
    /// <exception cref="AuthorizationException">Nobody is signed in, or the account is disabled.</exception>
    /// <exception cref="BusinessException">A token asks, or somebody who sees as that person.</exception>
    public async Task<StaffMember> GetAsync(CancellationToken cancellationToken)
    {
        if (user.StaffId is not { } staffId || await known.FindAsync(staffId, cancellationToken) is not { IsActive: true })
        {
            throw new AuthorizationException();
        }
        if (user.Scopes is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.TokenNotAllowed);
        }
        if (user.SeenById is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Staff.OnlyLooking);
        }
        return (await accounts.FindByIdAsync(staffId.ToString()))!;
    }
}
