using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Repositories;
using SaleAuto.Users;
using SaleAuto.Validation;

namespace SaleAuto.Staff.Tokens;

internal sealed class PersonalAccessTokenAppService(
    ICurrentUser user,
    IStaffAccessProvider access,
    PermissionRegistry registry,
    PermissionNames names,
    IPersonalAccessTokenRepository tokens,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IPersonalAccessTokenAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<PersonalAccessTokenDto>> GetListAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        return [.. (await tokens.GetListAsync(await RequireOwnAsync(cancellationToken), cancellationToken)).Select(x => ToDto(x, now))];
    }

    public async Task<IReadOnlyList<TokenScopeDto>> GetScopesAsync(CancellationToken cancellationToken)
    {
        await RequireOwnAsync(cancellationToken);
        var own = await access.GetAsync(cancellationToken);
        return
        [
            new(PermissionScopes.Read, names.Of($"Scope.{PermissionScopes.Read}")),
            new(PermissionScopes.All, names.Of($"Scope.{PermissionScopes.All}")),
            .. registry.All.Where(x => own.Has(x.Name)).Select(x => new TokenScopeDto(x.Name, names.OfWhole(x, registry))),
        ];
    }

    public async Task<NewPersonalAccessTokenDto> CreateAsync(CreatePersonalAccessTokenInput input, CancellationToken cancellationToken)
    {
        var staffId = await RequireOwnAsync(cancellationToken);
        InputValidator.Validate(input);
        var scopes = input.Scopes.Distinct().ToList();
        if (scopes.Count == 0 || scopes.Sum(x => x.Length + 1) > StaffConsts.MaxScopesLength || !scopes.All(IsScope))
        {
            throw new InputValidationException(nameof(input.Scopes), scopes.Count == 0 ? SaleAutoErrorCodes.Fields.Required : SaleAutoErrorCodes.Fields.NotAllowed);
        }
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                await unitOfWork.TakeTurnAsync($"tokens:{staffId}", token);
                var now = Now;
                if ((await tokens.GetListAsync(staffId, token)).Count(x => x.IsValid(now)) >= StaffConsts.MaxTokens)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Staff.TooManyTokens);
                }
                var secret = PersonalAccessToken.Mark + Secrets.NewToken();
                var issued = new PersonalAccessToken(Guid.CreateVersion7(), staffId, input.Name!.Trim(), secret, scopes, now, now.AddDays(input.Days));
                tokens.Insert(issued);
                return new NewPersonalAccessTokenDto(issued.Id, secret, issued.ExpiresAt);
            },
            cancellationToken);
    }

    public async Task RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        var staffId = await RequireOwnAsync(cancellationToken);
        var token = await tokens.FindAsync(id, cancellationToken);
        if (token is null || token.StaffId != staffId)
        {
            throw new EntityNotFoundException(typeof(PersonalAccessToken), id);
        }
        token.Revoke(Now);
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }

    private bool IsScope(string scope) => scope is PermissionScopes.Read or PermissionScopes.All || registry.Find(scope) is not null;

    private async ValueTask<Guid> RequireOwnAsync(CancellationToken cancellationToken)
    {
        if ((await access.GetAsync(cancellationToken)).StaffId is not { } staffId)
        {
            throw new AuthorizationException();
        }
        return user.Scopes is null ? staffId : throw new BusinessException(SaleAutoErrorCodes.Staff.TokenNotAllowed);
    }

    private static PersonalAccessTokenDto ToDto(PersonalAccessToken token, DateTime now) => new(
        token.Id, token.Name, token.Prefix, token.Scopes.Split(' '), token.CreatedAt, token.ExpiresAt, token.LastUsedAt, token.RevokedAt, token.IsValid(now));
}
