using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Staff.SignIn;

namespace SaleAuto.Staff;

/// <summary>Lets the rest of the request believe that somebody else is signed in, while "see as" is on and allowed. Never written into the cookie.</summary>
internal sealed class SeeAsClaims(IHttpContextAccessor accessor) : IClaimsTransformation
{
    // Asked at every sign-in of every request: what only a few of them need is looked up when they need it.
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (accessor.HttpContext is not { } http
            || principal.FindTokenScopes() is not null
            || principal.FindSeenBy() is not null
            || principal.FindStaffId() is not { } staffId
            || principal.FindSessionId() is not { } sessionId
            || ((StaffCookies)http.RequestServices.GetRequiredService<IStaffCookies>()).ReadSeenAs(sessionId) is not { } seenId
            || await http.RequestServices.GetRequiredService<ISeeAsAppService>().FindAllowedAsync(staffId, seenId, http.RequestAborted) is not { } seen)
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
