using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Permissions;
using SaleAuto.Staff.Sessions;
using SaleAuto.Staff.Tokens;
using SaleAuto.Users;

namespace SaleAuto.Staff;

/// <summary>The person's own account for programs.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this RouteGroupBuilder account)
    {
        account.ExcludeFromDescription();
        account.MapGet("", GetAsync);
        account.MapGet("/tokens", (IPersonalAccessTokenAppService tokens, CancellationToken cancellationToken) => tokens.GetListAsync(cancellationToken));
        account.MapPost("/tokens", async Task<Created<NewPersonalAccessTokenDto>> (CreatePersonalAccessTokenInput input, IPersonalAccessTokenAppService tokens, CancellationToken cancellationToken) =>
            TypedResults.Created((string?)null, await tokens.CreateAsync(input, cancellationToken)));
        account.MapDelete("/tokens/{id:guid}", async (Guid id, IPersonalAccessTokenAppService tokens, CancellationToken cancellationToken) =>
        {
            await tokens.RevokeAsync(id, cancellationToken);
            return TypedResults.NoContent();
        });
        account.MapGet("/sessions", (IStaffSessionAppService sessions, CancellationToken cancellationToken) => sessions.GetListAsync(cancellationToken));
        account.MapDelete("/sessions/{id:guid}", async (Guid id, IStaffSessionAppService sessions, CancellationToken cancellationToken) =>
        {
            await sessions.RevokeAsync(id, cancellationToken);
            return TypedResults.NoContent();
        });
    }

    private static async Task<Ok<AccountDto>> GetAsync(ICurrentUser user, IStaffAccounts accounts, IStaffAccessProvider access, PermissionRegistry registry, CancellationToken cancellationToken)
    {
        var account = (await accounts.FindAsync(user.StaffId!.Value, cancellationToken))!;
        var own = await access.GetAsync(cancellationToken);
        return TypedResults.Ok(new AccountDto(account.Id, account.UserName, account.FullName, account.Roles, [.. registry.All.Select(x => x.Name).Where(own.Has)], user.Scopes));
    }
}

/// <summary>Who is signed in and what they may do.</summary>
/// <param name="Id">The staff member.</param>
/// <param name="UserName">Name for signing in.</param>
/// <param name="FullName">Name and surname.</param>
/// <param name="Roles">Names of the roles.</param>
/// <param name="Permissions">What may be done with this request's cookie or token.</param>
/// <param name="Scopes">Scopes of the token; null with a cookie.</param>
public sealed record AccountDto(Guid Id, string UserName, string FullName, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, IReadOnlyList<string>? Scopes);
