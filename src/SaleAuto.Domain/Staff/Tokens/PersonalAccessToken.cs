using SaleAuto.Auditing;
using SaleAuto.Entities;
using SaleAuto.Repositories;

namespace SaleAuto.Staff.Tokens;

/// <summary>Lets a program act for a staff member, within scopes and until a day. Only its hash is kept.</summary>
public class PersonalAccessToken : Entity<Guid>, IAudited, ICachedRow
{
    /// <summary>What every token begins with, so that leaked ones are found by scanners.</summary>
    public const string Mark = "sat_";

    private PersonalAccessToken()
    {
    } // EF Core

    /// <summary>Issues a token; the secret is the caller's to show once.</summary>
    public PersonalAccessToken(Guid id, Guid staffId, string name, string secret, IEnumerable<string> scopes, DateTime createdAt, DateTime expiresAt)
        : base(id)
    {
        StaffId = staffId;
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), StaffConsts.MaxTokenNameLength);
        Hash = Secrets.HashOf(secret);
        Prefix = secret[..StaffConsts.TokenPrefixLength];
        Scopes = Check.NotNullOrWhiteSpace(string.Join(' ', scopes), nameof(scopes), StaffConsts.MaxScopesLength);
        CreatedAt = createdAt;
        ExpiresAt = Check.Range(expiresAt, nameof(expiresAt), createdAt, createdAt.AddDays(StaffConsts.MaxTokenDays));
    }

    /// <summary>Whose it is.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the token.</summary>
    [Secret]
    public string Hash { get; private set; } = "";

    /// <summary>Its beginning, to recognise it.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>Names of permissions, "read" or "all", apart by spaces.</summary>
    public string Scopes { get; private set; } = "";

    /// <summary>When it was issued, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Until when it works, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was last used, UTC, to the minute.</summary>
    public DateTime? LastUsedAt { get; private set; }

    /// <summary>When its owner ended it, UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Whether it still works.</summary>
    public bool IsValid(DateTime now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Ends it at once.</summary>
    public void Revoke(DateTime at) => RevokedAt ??= at;
}
