using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Errors;
using SaleAuto.OpenApi;
using SaleAuto.Requests;

namespace SaleAuto.Clients;

internal static class ClientSignInEndpoints
{
    public static void MapClientSignIn(this RouteGroupBuilder api)
    {
        var signIn = api.MapGroup("").WithTags("Sign-in");
        signIn.MapPost("/otp", SendCodeAsync).Describe("sendCode", "Send a one-time code", "Sends six digits by SMS. The answer is the same for known and unknown phones.")
            .Refuses(400, 404, 413, 415, 422, 429).RequireRateLimiting(RateLimits.Codes);
        signIn.MapPost("/token", SignInAsync).Describe("signIn", "Sign in with a code", "Confirms the phone: drafts that the code was for become leads, and the promise to call starts.")
            .Refuses(400, 413, 415, 422, 429).RequireRateLimiting(RateLimits.Tokens);
        signIn.MapPost("/token/refresh", RefreshAsync).Describe("refresh", "Exchange a refresh token", "Each token is exchanged once. Reuse of an old one ends the whole sign-in.")
            .Refuses(400, 401, 413, 415, 429).RequireRateLimiting(RateLimits.Tokens);
        signIn.MapPost("/logout", SignOutAsync).Describe("signOut", "Sign out", "Ends the sign-in named by the refresh token in the body, or by the access token.")
            .Refuses(400, 401, 413, 415, 429).RequireRateLimiting(RateLimits.Tokens);
    }

    private static async Task<Accepted<SentCodeDto>> SendCodeAsync(
        SendCodeInput input, IClientSignInAppService service, HttpContext context, CancellationToken cancellationToken) =>
        TypedResults.Accepted((string?)null, await service.SendCodeAsync(input, RemoteNetwork.Of(context), cancellationToken));

    private static async Task<Ok<TokensDto>> SignInAsync(SignInInput input, IClientSignInAppService service, CancellationToken cancellationToken) =>
        TypedResults.Ok(await service.SignInAsync(input, cancellationToken));

    private static async Task<Ok<TokensDto>> RefreshAsync(RefreshInput input, IClientSignInAppService service) =>
        TypedResults.Ok(await service.RefreshAsync(input, CancellationToken.None)); // stopped half-way, the exchange would count and the answer be lost

    private static async Task<NoContent> SignOutAsync(
        [FromBody] RefreshInput? input, IClientSignInAppService service, HttpContext context, CancellationToken cancellationToken)
    {
        if (input?.RefreshToken is not null)
        {
            await service.SignOutAsync(input, cancellationToken);
        }
        else if (Guid.TryParse(context.User.FindFirst(ClientAuthentication.SessionIdClaim)?.Value, out var sessionId))
        {
            await service.EndSessionAsync(sessionId, cancellationToken);
        }
        else
        {
            throw new AuthorizationException();
        }
        return TypedResults.NoContent();
    }
}
