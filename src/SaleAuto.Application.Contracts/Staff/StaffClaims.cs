using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace SaleAuto.Staff;

/// <summary>Reads the staff member from a signed-in identity.</summary>
public static class StaffClaims
{
    /// <summary>The staff member of the staff cookie, or null. Identities of clients never count, whatever claims they carry.</summary>
    public static Guid? FindStaffId(this ClaimsPrincipal principal)
    {
        var staff = principal.Identities.FirstOrDefault(x => x.IsAuthenticated && x.AuthenticationType == IdentityConstants.ApplicationScheme);
        return Guid.TryParse(staff?.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id) ? id : null;
    }
}
