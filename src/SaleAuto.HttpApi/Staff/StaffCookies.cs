using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using SaleAuto.Staff.Sessions;
using SaleAuto.Staff.SignIn;

namespace SaleAuto.Staff;

/// <summary>Writes and removes the cookies of the staff.</summary>
internal sealed class StaffCookies(IHttpContextAccessor accessor, IDataProtectionProvider protection) : IStaffCookies
{
    private const string SeeAsCookie = "sa_see_as";

    private readonly IDataProtector _protector = protection.CreateProtector("SaleAuto.Staff.SeeAs");

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Cookies belong to a request");

    public Task SignInAsync(StaffTicket ticket)
    {
        Http.Response.Cookies.Delete(SeeAsCookie, Options());
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, ticket.StaffId.ToString()),
                new Claim(ClaimTypes.Name, ticket.FullName),
                new Claim(StaffClaims.SessionClaim, ticket.SessionId.ToString()),
                new Claim(StaffClaims.StampClaim, ticket.SecurityStamp),
            ],
            IdentityConstants.ApplicationScheme);
        return Http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    public Task SignOutAsync()
    {
        Http.Response.Cookies.Delete(SeeAsCookie, Options());
        return Http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public void SeeAs(Guid? staffId)
    {
        if (staffId is not { } seen)
        {
            Http.Response.Cookies.Delete(SeeAsCookie, Options());
            return;
        }
        Http.Response.Cookies.Append(SeeAsCookie, _protector.Protect($"{Http.User.FindSessionId()} {seen}"), Options());
    }

    /// <summary>Whom the session looks as; null for itself. A cookie of another session counts for nothing.</summary>
    public Guid? ReadSeenAs(Guid sessionId)
    {
        if (Http.Request.Cookies[SeeAsCookie] is not { Length: > 0 and < 1000 } text)
        {
            return null;
        }
        try
        {
            return _protector.Unprotect(text).Split(' ') is [var session, var seen] && session == sessionId.ToString() ? Guid.Parse(seen) : null;
        }
        catch (CryptographicException)
        {
            return null; // not ours
        }
    }

    private CookieOptions Options() => new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = Http.Request.IsHttps, IsEssential = true };
}
