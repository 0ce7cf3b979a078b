using System.Security.Cryptography;
using System.Text;
using SaleAuto.Entities;

namespace SaleAuto.Clients.SignIn;

/// <summary>Six digits sent to a phone, kept only as a keyed hash: they are too few to withstand guessing without the key.</summary>
public class OneTimeCode : Entity<Guid>
{
    private OneTimeCode()
    {
    } // EF Core

    private OneTimeCode(Guid id, PhoneNumber phone, Guid? leadId, string keyId, string? addressHash, DateTime createdAt, DateTime expiresAt)
        : base(id)
    {
        Phone = phone.Value;
        LeadId = leadId;
        KeyId = keyId;
        AddressHash = addressHash;
        CreatedAt = createdAt;
        ExpiresAt = Check.Range(expiresAt, nameof(expiresAt), createdAt, createdAt.AddMinutes(SignInConsts.MaxCodeMinutes));
    }

    /// <summary>Canonical phone that it was sent to.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>The draft that it confirms; null confirms the phone's fresh drafts.</summary>
    public Guid? LeadId { get; private set; }

    /// <summary>The key of <see cref="Hash"/>.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>Keyed hash of code, phone and id.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Keyed hash of the network address that asked, for the limits.</summary>
    public string? AddressHash { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it stops working, UTC; a newer code brings that forward.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>Tries so far, right or wrong.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it opened the door, UTC; it does so once.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>Makes a code from a strong random source; the digits are returned once and kept nowhere.</summary>
    public static (OneTimeCode Code, string Digits) Generate(
        PhoneNumber phone, Guid? leadId, SignInKey key, string? addressHash, DateTime now, TimeSpan lifetime)
    {
        var digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", null);
        var code = new OneTimeCode(Guid.CreateVersion7(), phone, leadId, key.Id, addressHash, now, now + lifetime);
        code.Hash = code.Compute(digits, key);
        return (code, digits);
    }

    /// <summary>Whether these are the digits; takes the same time for every wrong guess.</summary>
    public bool Matches(string digits, SignInKey key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Compute(digits, key)), Encoding.ASCII.GetBytes(Hash));

    private string Compute(string digits, SignInKey key) => key.Hash($"code:{Id:N}:{Phone}:{digits}");
}
