using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaleAuto.Errors;

namespace SaleAuto.Clients;

/// <summary>Keeps a visitor of the site signed in.</summary>
public interface IClientCookies
{
    /// <summary>Hands the tokens to the browser in cookies that scripts cannot read.</summary>
    void SignIn(HttpContext context, TokensDto tokens);

    /// <summary>Takes the cookies back and ends the sign-in on the server.</summary>
    Task SignOutAsync(HttpContext context);
}

internal sealed class ClientCookies(IAccessTokens accessTokens, IOptions<SignInOptions> options, IOptions<PublicAddress> address) : IClientCookies
{
    private const string AccessCookie = "sa_access";
    private const string RefreshCookie = "sa_refresh";

    public void SignIn(HttpContext context, TokensDto tokens)
    {
        Append(context, AccessCookie, tokens.AccessToken, TimeSpan.FromSeconds(tokens.ExpiresInSeconds));
        Append(context, RefreshCookie, tokens.RefreshToken, TimeSpan.FromDays(options.Value.RefreshTokenDays));
    }

    public async Task SignOutAsync(HttpContext context)
    {
        if (context.Request.Cookies[RefreshCookie] is { Length: > 0 and <= 200 } refreshToken)
        {
            await Service(context).SignOutAsync(new RefreshInput { RefreshToken = refreshToken }, context.RequestAborted);
        }
        Forget(context);
    }

    /// <summary>Whose cookies the request brings; renews them when only the refresh token still lives.</summary>
    public async Task<AccessTokenOwner?> FindOwnerAsync(HttpContext context)
    {
        if (context.Request.Cookies[AccessCookie] is { Length: > 0 } accessToken
            && await accessTokens.ReadAsync(accessToken, context.RequestAborted) is { } owner)
        {
            return owner;
        }
        return context.Request.Cookies[RefreshCookie] is { Length: > 0 and <= 200 } refreshToken && !context.Response.HasStarted
            ? await RenewAsync(context, refreshToken)
            : null;
    }

    private async Task<AccessTokenOwner?> RenewAsync(HttpContext context, string refreshToken)
    {
        try
        {
            // Not stopped with the request: the exchange would count and the browser never see the new token.
            var tokens = await Service(context).RefreshAsync(new RefreshInput { RefreshToken = refreshToken }, CancellationToken.None);
            SignIn(context, tokens);
            return await accessTokens.ReadAsync(tokens.AccessToken, context.RequestAborted);
        }
        catch (BusinessException refusal) when (refusal.Code == SaleAutoErrorCodes.SignIn.RefreshTokenInvalid)
        {
            Forget(context);
            return null;
        }
    }

    private static IClientSignInAppService Service(HttpContext context) =>
        context.RequestServices.GetRequiredService<IClientSignInAppService>();

    private void Append(HttpContext context, string name, string value, TimeSpan lifetime) =>
        context.Response.Cookies.Append(name, value, OptionsFor(context, lifetime));

    private void Forget(HttpContext context)
    {
        context.Response.Cookies.Delete(AccessCookie, OptionsFor(context, null));
        context.Response.Cookies.Delete(RefreshCookie, OptionsFor(context, null));
    }

    private CookieOptions OptionsFor(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps || address.Value.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        Path = "/",
        IsEssential = true,
        MaxAge = lifetime,
    };
}
