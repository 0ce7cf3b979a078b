using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Staff;

/// <summary>Makes the first account of a new installation; everybody else is made by an administrator.</summary>
public sealed class FirstAdministrator(SaleAutoDbContext db, UserManager<StaffMember> accounts)
{
    /// <summary>Makes the account unless there is staff already.</summary>
    /// <returns>Whether it was made.</returns>
    /// <exception cref="InvalidOperationException">The name or the password is refused; the message says why.</exception>
    public async Task<bool> CreateAsync(string userName, string password, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
        {
            return false;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var administrator = new StaffMember(Guid.CreateVersion7(), userName, userName);
        Ensure(await accounts.CreateAsync(administrator, password));
        Ensure(await accounts.AddToRoleAsync(administrator, StaffRoles.Administrator));
        await transaction.CommitAsync(cancellationToken);
        db.AnnounceCommit();
        return true;
    }

    private static void Ensure(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
        }
    }
}
