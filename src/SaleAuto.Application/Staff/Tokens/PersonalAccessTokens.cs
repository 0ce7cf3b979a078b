using SaleAuto.Users;

namespace SaleAuto.Staff.Tokens;

internal sealed class PersonalAccessTokens(IPersonalAccessTokenCache tokens, IStaffAccounts accounts, TimeProvider clock) : IPersonalAccessTokens
{
    private const int LongestToken = 100;

    public async ValueTask<TokenOwner?> FindOwnerAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > LongestToken || !token.StartsWith(PersonalAccessToken.Mark, StringComparison.Ordinal))
        {
            return null;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await tokens.FindAsync(Secrets.HashOf(token), cancellationToken);
        if (known is null || !known.IsValid(now) || await accounts.FindAsync(known.StaffId, cancellationToken) is not { IsActive: true } owner)
        {
            return null;
        }
        await tokens.NoteUseAsync(known, now, cancellationToken);
        return new TokenOwner(known.Id, owner.Id, owner.FullName, known.Scopes);
    }
}
