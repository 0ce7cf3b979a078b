using System.Security.Cryptography;
using System.Text;

namespace SaleAuto.Staff;

/// <summary>Makes secrets that are shown once and kept as a hash. They are random and long, so that a plain SHA-256 keeps them safe.</summary>
public static class Secrets
{
    // No letters that people mix up.
    private const string Readable = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>A secret for programs and links: 40 letters and digits, 238 bits.</summary>
    public static string NewToken() => RandomNumberGenerator.GetString(Letters, 40);

    /// <summary>A code that people read and type.</summary>
    public static string NewCode(int length) => RandomNumberGenerator.GetString(Readable, length);

    /// <summary>What is kept of a secret.</summary>
    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
