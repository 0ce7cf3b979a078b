using System.Globalization;

namespace SaleAuto.Deals;

/// <summary>Sums in messages, which are written in Russian.</summary>
internal static class Roubles
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>A sum with its sign; kopecks only where there are any.</summary>
    public static string Of(decimal? sum) => sum is { } known ? $"{known.ToString(known == decimal.Truncate(known) ? "N0" : "N2", Culture)}\u00A0₽" : "—";
}
