using System.Globalization;

namespace SaleAuto.Bot;

/// <summary>Sums as people type them and as the bot shows them, roubles.</summary>
public static class Money
{
    /// <summary>Reads "12 500,50", narrow spaces and a point too; at most two digits of kopecks, never below zero.</summary>
    public static bool TryParse(string? text, out decimal amount)
    {
        var typed = new string([.. (text ?? "").Where(sign => !char.IsWhiteSpace(sign) && sign is not '₽')]).Replace(',', '.');
        var kopecks = typed.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? typed.Length - point - 1 : 0;
        return decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount) && kopecks <= 2; // "12.500" may mean thousands
    }

    /// <summary>Reads a whole number: "120 000".</summary>
    public static bool TryParseWhole(string? text, out int number)
    {
        var typed = new string([.. (text ?? "").Where(sign => !char.IsWhiteSpace(sign))]);
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A sum with its sign; kopecks only where there are any.</summary>
    public static string Show(decimal? sum) =>
        sum is { } known ? $"{known.ToString(known == decimal.Truncate(known) ? "N0" : "N2", CultureInfo.CurrentCulture)}\u00A0₽" : "—";
}
