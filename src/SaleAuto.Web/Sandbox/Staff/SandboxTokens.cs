using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SaleAuto.Permissions;
using SaleAuto.Staff;
using SaleAuto.Staff.Tokens;
using SaleAuto.Users;

namespace SaleAuto.Sandbox.Staff;

/// <summary>Gives personal access tokens of demo accounts to whoever asks, to try the API with.</summary>
public static class SandboxTokens
{
    private const string Name = "sandbox";
    private const int MostTokens = 20;

    /// <summary>Maps <c>POST /sandbox/token</c>.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development: anybody could become anybody.</exception>
    public static IEndpointRouteBuilder MapSandboxTokens(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new InvalidOperationException("Sandbox tokens belong to the Development environment only.");
        }
        endpoints.MapPost("/sandbox/token", CreateAsync).AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        return endpoints;
    }

    private static async Task<Results<Ok<SandboxToken>, NotFound>> CreateAsync(
        SandboxTokenInput input,
        UserManager<StaffMember> accounts,
        IUserSwitch users,
        IPersonalAccessTokenAppService tokens,
        CancellationToken cancellationToken)
    {
        if (await accounts.FindByNameAsync(input.User ?? "") is not { IsActive: true } staff)
        {
            return TypedResults.NotFound();
        }
        using (users.ActAs(staff.Id))
        {
            foreach (var old in (await tokens.GetListAsync(cancellationToken)).Where(x => x.IsValid && x.Name == Name).Skip(MostTokens))
            {
                await tokens.RevokeAsync(old.Id, cancellationToken);
            }
            var issued = await tokens.CreateAsync(
                new CreatePersonalAccessTokenInput { Name = Name, Scopes = input.Scopes ?? [PermissionScopes.All], Days = 1 },
                cancellationToken);
            return TypedResults.Ok(new SandboxToken(issued.Token));
        }
    }
}

/// <summary>Whose token is wanted. Scopes are everything unless named.</summary>
public sealed record SandboxTokenInput(string? User, IReadOnlyList<string>? Scopes = null);

/// <summary>A token to put into the Authorization header.</summary>
public sealed record SandboxToken(string Token);
