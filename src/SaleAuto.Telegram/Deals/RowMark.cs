using System.Security.Cryptography;
using System.Text;

namespace SaleAuto.Deals;

/// <summary>Short marks for buttons, whose data holds little more than one id.</summary>
internal static class RowMark
{
    /// <summary>Tells the few rows of one deal apart: the last eight digits of the id, its random part.</summary>
    public static string Of(Guid id) => id.ToString("N")[^8..];

    /// <summary>Changes with every line and sum, so that people agree to exactly what was shown.</summary>
    public static string Of(IEnumerable<PriceLineDto> lines, decimal? price)
    {
        var shown = string.Join(';', lines.Select(line => $"{line.Id:N}{line.Amount}").Prepend($"{price}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)))[..8];
    }
}
