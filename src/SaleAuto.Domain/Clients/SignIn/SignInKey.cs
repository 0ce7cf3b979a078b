using System.Security.Cryptography;
using System.Text;

namespace SaleAuto.Clients.SignIn;

/// <summary>A secret of the server in clear, in memory only. Each use has its own key derived from it.</summary>
public sealed class SignInKey
{
    private readonly byte[] _hashKey;

    /// <summary>Derives the keys.</summary>
    public SignInKey(string id, byte[] secret)
    {
        Id = id;
        AccessTokenKey = Derive(secret, "saleauto:access-token");
        _hashKey = Derive(secret, "saleauto:keyed-hash");
    }

    /// <summary>Names the secret in tokens and rows.</summary>
    public string Id { get; }

    /// <summary>Signs access tokens.</summary>
    public byte[] AccessTokenKey { get; }

    /// <summary>Keyed hash in hexadecimal: without the key even short values cannot be guessed.</summary>
    public string Hash(string value) => Convert.ToHexString(HMACSHA256.HashData(_hashKey, Encoding.UTF8.GetBytes(value)));

    private static byte[] Derive(byte[] secret, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.ASCII.GetBytes(purpose));
}
