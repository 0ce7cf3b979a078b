using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SaleAuto.Clients.SignIn;

/// <summary>Writes and checks access tokens (RFC 9068): signed, short-lived, for the client's own data only.</summary>
internal sealed class AccessTokens(SignInKeyRing keys, IOptions<SignInOptions> options, TimeProvider clock) : IAccessTokens
{
    private const string Issuer = "saleauto";
    private const string Audience = "saleauto-clients";
    private const string TokenType = "at+jwt";
    private const int MaxLength = 4096;

    // Clocks of nodes differ a little.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };

    /// <summary>Seconds that a fresh token lives.</summary>
    public int LifetimeSeconds => options.Value.AccessTokenMinutes * 60;

    /// <summary>A token for the client.</summary>
    public string Issue(AccessTokenOwner owner, SignInKey key)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = TokenType,
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddSeconds(LifetimeSeconds),
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = owner.ClientId.ToString(),
                [JwtRegisteredClaimNames.Sid] = owner.SessionId.ToString(),
                [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7().ToString("N"),
            },
            SigningCredentials = new SigningCredentials(ToSecurityKey(key), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <inheritdoc />
    public async Task<AccessTokenOwner?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > MaxLength || !Handler.CanReadToken(token) || TryReadKeyId(token) is not { } keyId)
        {
            return null;
        }
        if (await keys.FindAsync(keyId, cancellationToken) is not { } key)
        {
            return null;
        }
        var result = await Handler.ValidateTokenAsync(token, ParametersFor(key));
        return result.IsValid
            && Guid.TryParse(result.ClaimsIdentity.FindFirst(JwtRegisteredClaimNames.Sub)?.Value, out var clientId)
            && Guid.TryParse(result.ClaimsIdentity.FindFirst(JwtRegisteredClaimNames.Sid)?.Value, out var sessionId)
                ? new AccessTokenOwner(clientId, sessionId)
                : null;
    }

    private static string? TryReadKeyId(string token)
    {
        try
        {
            return Handler.ReadJsonWebToken(token).Kid is { Length: > 0 and <= SignInConsts.MaxKeyIdLength } keyId ? keyId : null;
        }
        catch (ArgumentException)
        {
            return null; // three parts, but no token
        }
    }

    private TokenValidationParameters ParametersFor(SignInKey key) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        ValidTypes = [TokenType],
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKey = ToSecurityKey(key),
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
    };

    private bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires + ClockSkew > now && (notBefore is null || notBefore - ClockSkew <= now);
    }

    private static SymmetricSecurityKey ToSecurityKey(SignInKey key) => new(key.AccessTokenKey) { KeyId = key.Id };
}
