using System.Globalization;
using System.Text;

namespace SaleAuto.Market;

/// <summary>Brings paths into the one form in which RFC 9309 compares them: other than ASCII encoded, needless encoding removed, upper-case hex.</summary>
internal static class PercentEncoding
{
    public static string Normalize(string path)
    {
        var result = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEncoded = bytes[i] == '%' && i + 2 < bytes.Length
                && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            var value = isEncoded ? byte.Parse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : bytes[i];
            i += isEncoded ? 2 : 0;
            var staysPlain = isEncoded ? char.IsAsciiLetterOrDigit((char)value) || (char)value is '-' or '.' or '_' or '~' : value < 0x80;
            result.Append(staysPlain ? ((char)value).ToString() : $"%{value:X2}");
        }
        return result.ToString();
    }
}
