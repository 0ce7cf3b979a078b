using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SaleAuto.Entities;

namespace SaleAuto.Clients.SignIn;

/// <summary>A long-lived token, kept only as a hash, exchanged once for the next of its family.</summary>
public class RefreshToken : Entity<Guid>
{
    private RefreshToken()
    {
    } // EF Core

    private RefreshToken(Guid id, Guid familyId, int generation, string hash, DateTime createdAt, DateTime expiresAt)
        : base(id)
    {
        FamilyId = familyId;
        Generation = generation;
        Hash = hash;
        CreatedAt = createdAt;
        ExpiresAt = Check.Range(expiresAt, nameof(expiresAt), createdAt, DateTime.MaxValue);
    }

    /// <summary>The sign-in that it descends from.</summary>
    public Guid FamilyId { get; private set; }

    /// <summary>Exchanges since the sign-in. Requests at the same moment may get several tokens of one generation.</summary>
    public int Generation { get; private set; }

    /// <summary>SHA-256 of the token; unlike a code it is long enough to need no key.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When it was issued, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Until when it can be exchanged, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was first exchanged, UTC.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>Makes a token of a family; the text is returned once and kept nowhere.</summary>
    public static (RefreshToken Token, string Text) Generate(Guid familyId, int generation, DateTime now, TimeSpan lifetime)
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new RefreshToken(Guid.CreateVersion7(), familyId, generation, HashOf(text), now, now + lifetime), text);
    }

    /// <summary>What is stored in place of the text.</summary>
    public static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
