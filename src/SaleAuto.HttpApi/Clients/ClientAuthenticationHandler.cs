using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SaleAuto.Staff;

namespace SaleAuto.Clients;

/// <summary>
/// Knows clients by their access token. The API takes it from the Authorization header only, so that no foreign page can use a visitor's cookies;
/// pages take it from the cookie, and when it has run out renew it with the refresh cookie without the visitor noticing.
/// </summary>
internal sealed class ClientAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IAccessTokens tokens,
    ClientCookies cookies)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Path.StartsWithSegments(StaffApi.Root))
        {
            return AuthenticateResult.NoResult(); // no client has anything there
        }
        if (!Request.Path.StartsWithSegments("/api"))
        {
            return await cookies.FindOwnerAsync(Context) is { } visitor ? Success(visitor) : AuthenticateResult.NoResult();
        }
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }
        return await tokens.ReadAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is { } owner
            ? Success(owner)
            : AuthenticateResult.Fail("The access token is not valid");
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        Response.StatusCode = 401;
        Response.Headers[HeaderNames.WWWAuthenticate] = result.Failure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
    }

    private AuthenticateResult Success(AccessTokenOwner owner)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClientAuthentication.ClientIdClaim, owner.ClientId.ToString()),
                new Claim(ClientAuthentication.SessionIdClaim, owner.SessionId.ToString()),
            ],
            Scheme.Name,
            ClientAuthentication.ClientIdClaim,
            roleType: null);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
