using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using SaleAuto.Staff.SignIn;

namespace SaleAuto.Staff;

/// <summary>Lets the rest of the request believe that somebody else is signed in, while "see as" is on and allowed. Never written into the cookie.</summary>
internal sealed class SeeAsClaims(IHttpContextAccessor accessor, IStaffCookies cookies, ISeeAsAppService seeAs) : IClaimsTransformation
{
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (accessor.HttpContext is not { } http
            || principal.FindTokenScopes() is not null
            || principal.FindSeenBy() is not null
            || principal.FindStaffId() is not { } staffId
            || principal.FindSessionId() is not { } sessionId
            || ((StaffCookies)cookies).ReadSeenAs(sessionId) is not { } seenId
            || await seeAs.FindAllowedAsync(staffId, seenId, http.RequestAborted) is not { } seen)
        {
            return principal;
        }
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, seen.Id.ToString()),
                new Claim(ClaimTypes.Name, seen.FullName),
                new Claim(StaffClaims.SessionClaim, sessionId.ToString()),
                new Claim(StaffClaims.SeenByClaim, staffId.ToString()),
            ],
            IdentityConstants.ApplicationScheme);
        return new ClaimsPrincipal([identity, .. principal.Identities.Where(x => x.AuthenticationType != IdentityConstants.ApplicationScheme)]);
    }
}
