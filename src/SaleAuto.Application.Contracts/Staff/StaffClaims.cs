using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace SaleAuto.Staff;

/// <summary>Reads the staff member from a signed-in identity.</summary>
public static class StaffClaims
{
    /// <summary>Authentication type of identities that come from a personal access token.</summary>
    public const string TokenScheme = "StaffToken";

    /// <summary>Claim of a personal access token: its scopes, apart by spaces.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>The staff member of the staff cookie or of a personal access token, or null. Identities of clients never count, whatever claims they carry.</summary>
    public static Guid? FindStaffId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindStaff()?.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id) ? id : null;

    /// <summary>Scopes of the token that the staff member came with; null without a token.</summary>
    public static IReadOnlyList<string>? FindTokenScopes(this ClaimsPrincipal principal) =>
        principal.FindStaff() is { AuthenticationType: TokenScheme } token
            ? token.FindFirst(ScopeClaim)?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []
            : null;

    // A request with both is held to the token: it is the narrower of the two.
    private static ClaimsIdentity? FindStaff(this ClaimsPrincipal principal) =>
        principal.Identities.FirstOrDefault(x => x.IsAuthenticated && x.AuthenticationType == TokenScheme)
        ?? principal.Identities.FirstOrDefault(x => x.IsAuthenticated && x.AuthenticationType == IdentityConstants.ApplicationScheme);
}
