using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace SaleAuto.Staff;

/// <summary>Reads the staff member from a signed-in identity.</summary>
public static class StaffClaims
{
    /// <summary>Authentication type of identities that come from a personal access token.</summary>
    public const string TokenScheme = "StaffToken";

    /// <summary>Claim of the staff cookie: the session.</summary>
    public const string SessionClaim = "sid";

    /// <summary>Claim of the staff cookie: the account's security stamp.</summary>
    public const string StampClaim = "stamp";

    /// <summary>Claim of who really looks, while somebody sees the program as another person does.</summary>
    public const string SeenByClaim = "seen_by";

    /// <summary>Claim of a personal access token: its scopes, apart by spaces.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>The staff member of the staff cookie or of a personal access token, or null. Identities of clients never count, whatever claims they carry.</summary>
    public static Guid? FindStaffId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindStaff()?.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id) ? id : null;

    /// <summary>The session of the staff cookie; null without one.</summary>
    public static Guid? FindSessionId(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindStaff()?.FindFirst(SessionClaim)?.Value, out var id) ? id : null;

    /// <summary>Who really looks, while the program is seen as somebody else sees it.</summary>
    public static Guid? FindSeenBy(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindStaff()?.FindFirst(SeenByClaim)?.Value, out var id) ? id : null;

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
