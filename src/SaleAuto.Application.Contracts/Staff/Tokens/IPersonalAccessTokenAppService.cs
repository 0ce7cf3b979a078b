using SaleAuto.Validation;

namespace SaleAuto.Staff.Tokens;

/// <summary>The personal access tokens of whoever asks. Refused to a request that itself comes with a token: it could widen its own scopes.</summary>
public interface IPersonalAccessTokenAppService
{
    /// <summary>Own tokens that work or worked, the newest first.</summary>
    Task<IReadOnlyList<PersonalAccessTokenDto>> GetListAsync(CancellationToken cancellationToken);

    /// <summary>What a token may be limited to: read, all, and the permissions that the person has, with their names.</summary>
    Task<IReadOnlyList<TokenScopeDto>> GetScopesAsync(CancellationToken cancellationToken);

    /// <summary>Issues a token; this is the only time that it is shown.</summary>
    /// <exception cref="Errors.InputValidationException">The name, the life or a scope is wrong.</exception>
    Task<NewPersonalAccessTokenDto> CreateAsync(CreatePersonalAccessTokenInput input, CancellationToken cancellationToken);

    /// <summary>Ends an own token at once.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is none, or it is somebody else's.</exception>
    Task RevokeAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Recognises tokens, from memory.</summary>
public interface IPersonalAccessTokens
{
    /// <summary>Whose the token is and what it lets through; null when it is unknown, revoked or expired, or its owner is disabled.</summary>
    ValueTask<TokenOwner?> FindOwnerAsync(string token, CancellationToken cancellationToken);
}

/// <summary>Whom a token stands for.</summary>
public sealed record TokenOwner(Guid TokenId, Guid StaffId, string FullName, string Scopes);

/// <summary>A token without its secret.</summary>
public sealed record PersonalAccessTokenDto(
    Guid Id,
    string Name,
    string Prefix,
    IReadOnlyList<string> Scopes,
    DateTime CreatedAt,
    DateTime ExpiresAt,
    DateTime? LastUsedAt,
    DateTime? RevokedAt,
    bool IsValid);

/// <summary>A fresh token with its secret.</summary>
public sealed record NewPersonalAccessTokenDto(Guid Id, string Token, DateTime ExpiresAt);

/// <summary>A scope to choose.</summary>
public sealed record TokenScopeDto(string Name, string Text);

/// <summary>What a token is to be.</summary>
public sealed record CreatePersonalAccessTokenInput
{
    /// <summary>What its owner calls it.</summary>
    [Mandatory, AtMost(StaffConsts.MaxTokenNameLength)]
    public string? Name { get; init; }

    /// <summary>Names of permissions, "read" or "all".</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Life in days, 1 to 365.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, StaffConsts.MaxTokenDays, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public int Days { get; init; } = 30;
}
