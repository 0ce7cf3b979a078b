using SaleAuto.Errors;
using SaleAuto.Permissions;

namespace SaleAuto.Staff;

/// <summary>Lets staff in who have the permission.</summary>
internal sealed class StaffDoor(IStaffAccessProvider access)
{
    /// <summary>The person at work, when allowed.</summary>
    /// <exception cref="AuthorizationException">The permission is missing, or nobody is signed in.</exception>
    public async Task<Guid> RequireAsync(string permission, CancellationToken cancellationToken)
    {
        var person = await access.RequireAsync(permission, cancellationToken);
        return person.StaffId ?? throw new AuthorizationException(permission);
    }

    /// <summary>Whether the person at work has the permission.</summary>
    public async Task<bool> HasAsync(string permission, CancellationToken cancellationToken) =>
        (await access.GetAsync(cancellationToken)).Has(permission);
}
