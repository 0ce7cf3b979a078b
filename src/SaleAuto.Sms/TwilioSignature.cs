using System.Security.Cryptography;
using System.Text;

namespace SaleAuto.Sms;

/// <summary>Twilio signs its callbacks: HMAC-SHA1 over the public address followed by every parameter's name and value.</summary>
public static class TwilioSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-Twilio-Signature";

    /// <summary>The signature of a callback, in base64.</summary>
    public static string Compute(string authToken, string url, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var text = new StringBuilder(url);
        foreach (var (name, value) in parameters.OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal))
        {
            text.Append(name).Append(value);
        }
#pragma warning disable CA5350 // Twilio prescribes SHA-1; as HMAC it is still sound
        var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString()));
#pragma warning restore CA5350
        return Convert.ToBase64String(hash);
    }

    /// <summary>Whether the signature is Twilio's; takes the same time for every wrong one.</summary>
    public static bool IsValid(string? signature, string authToken, string url, IEnumerable<KeyValuePair<string, string>> parameters) =>
        signature is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Compute(authToken, url, parameters)));
}
