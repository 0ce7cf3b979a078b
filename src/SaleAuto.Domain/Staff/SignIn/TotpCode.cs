using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SaleAuto.Staff.SignIn;

/// <summary>One-time codes of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds).</summary>
public static class TotpCode
{
    private const int StepSeconds = 30;
    private const int KeyLength = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>The time step that the code belongs to, one before or after now included because clocks differ; null when it is wrong.</summary>
    public static long? FindStep(byte[] key, string code, DateTime now)
    {
        var current = StepOf(now);
        for (var step = current + 1; step >= current - 1; step--)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.UTF8.GetBytes(code)))
            {
                return step;
            }
        }
        return null;
    }

    /// <summary>The code of a moment.</summary>
    public static string At(byte[] key, DateTime now) => At(key, StepOf(now));

    /// <summary>The key as authenticator apps take it.</summary>
    public static string ToBase32(byte[] key)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var one in key)
        {
            (buffer, bits) = ((buffer << 8) | one, bits + 8);
            while (bits >= 5)
            {
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
                bits -= 5;
            }
        }
        return bits > 0 ? text.Append(Base32[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    private static string At(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // the algorithm that every authenticator app speaks; a forged code would need the key, not a collision
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static long StepOf(DateTime now) => new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds() / StepSeconds;
}
