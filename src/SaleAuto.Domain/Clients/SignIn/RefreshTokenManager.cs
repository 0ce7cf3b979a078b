namespace SaleAuto.Clients.SignIn;

/// <summary>Opens families of refresh tokens, exchanges tokens, and ends a family when an old one comes back: then two people hold it.</summary>
public class RefreshTokenManager(IRefreshTokenRepository tokens)
{
    /// <summary>The first token of a new family.</summary>
    public IssuedRefreshToken Open(Guid clientId, DateTime now, TimeSpan lifetime)
    {
        var family = new RefreshTokenFamily(Guid.CreateVersion7(), clientId, now);
        tokens.Insert(family);
        return Issue(family, 0, now, lifetime);
    }

    /// <summary>
    /// The next token of the family, or null when the token is worth nothing. Runs inside a transaction that must be committed in both cases.
    /// Within the grace a token may be exchanged again, because a browser sends several requests at once with the same cookie;
    /// no longer, and not once a token of the next generation was exchanged.
    /// </summary>
    public async Task<IssuedRefreshToken?> ExchangeAsync(string text, DateTime now, TimeSpan lifetime, TimeSpan grace, CancellationToken cancellationToken)
    {
        var token = await tokens.FindByHashAsync(RefreshToken.HashOf(text), cancellationToken);
        if (token is null || token.ExpiresAt <= now || await tokens.HoldAsync(token.FamilyId, now, cancellationToken) is not { } family)
        {
            return null;
        }
        var uses = await tokens.GetUsesAsync(family.Id, token.Generation, cancellationToken);
        var isOld = uses.Keys.Any(generation => generation > token.Generation);
        var isLate = uses.TryGetValue(token.Generation, out var firstUse) && now - firstUse > grace;
        if (isOld || isLate)
        {
            await tokens.RevokeFamilyAsync(family.Id, now, cancellationToken);
            return null;
        }
        await tokens.MarkUsedAsync(token.Id, now, cancellationToken);
        return Issue(family, token.Generation + 1, now, lifetime);
    }

    /// <summary>Ends the family of the token; an unknown one is no error.</summary>
    public async Task RevokeAsync(string text, DateTime now, CancellationToken cancellationToken)
    {
        if (await tokens.FindByHashAsync(RefreshToken.HashOf(text), cancellationToken) is { } token)
        {
            await tokens.RevokeFamilyAsync(token.FamilyId, now, cancellationToken);
        }
    }

    private IssuedRefreshToken Issue(RefreshTokenFamily family, int generation, DateTime now, TimeSpan lifetime)
    {
        var (token, text) = RefreshToken.Generate(family.Id, generation, now, lifetime);
        tokens.Insert(token);
        return new IssuedRefreshToken(text, family.Id, family.ClientId);
    }
}

/// <summary>A fresh refresh token in clear.</summary>
public sealed record IssuedRefreshToken(string Text, Guid FamilyId, Guid ClientId);
