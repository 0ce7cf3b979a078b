using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SaleAuto.Cars;

namespace SaleAuto.Deals;

/// <summary>Known reasons to lower a price, with their sums. The owner types each as <c>title: sum</c>.</summary>
public static class RateCard
{
    /// <summary>The lines that can be read; two of one title count once.</summary>
    public static IReadOnlyList<RateCardLine> Read(IEnumerable<string> typed) =>
        [.. typed.Select(TryRead).OfType<RateCardLine>().DistinctBy(x => x.Code)];

    /// <summary>Whether every line can be read and no title stands twice.</summary>
    public static bool IsWellTyped(IReadOnlyList<string> typed) => Read(typed).Count == typed.Count;

    private static RateCardLine? TryRead(string typed)
    {
        var colon = typed.LastIndexOf(':');
        if (colon < 0)
        {
            return null;
        }
        var title = typed[..colon].Trim();
        var sum = string.Concat(typed[(colon + 1)..].Where(x => !char.IsWhiteSpace(x)));
        return title.Length is > 0 and <= DealConsts.MaxTitleLength
            && decimal.TryParse(sum, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && decimal.Round(amount, 2) is > 0 and <= CarConsts.MaxPrice
            ? new RateCardLine(CodeOf(title), title, decimal.Round(amount, 2))
            : null;
    }

    // Fits into the data of a button, and stays while the title does, whatever is typed before and after it.
    private static string CodeOf(string title) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title.ToUpperInvariant())))[..DealConsts.RateCodeLength];
}

/// <summary>A line of the rate card.</summary>
/// <param name="Code">Short and stable while the title stays.</param>
/// <param name="Title">What for.</param>
/// <param name="Amount">Roubles.</param>
public sealed record RateCardLine(string Code, string Title, decimal Amount);
