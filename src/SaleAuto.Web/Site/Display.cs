using System.Globalization;

namespace SaleAuto.Site;

/// <summary>How amounts and times look to people.</summary>
public static class Display
{
    private const char NoBreakSpace = '\u00A0';

    private static readonly NumberFormatInfo Grouped = new() { NumberGroupSeparator = NoBreakSpace.ToString(), NumberGroupSizes = [3] };

    /// <summary>Whole roubles: <c>1 250 000 ₽</c> or <c>₽1,250,000</c>; the spaces do not break.</summary>
    public static string Roubles(decimal amount) => SiteLanguage.IsEnglish
        ? "₽" + amount.ToString("N0", CultureInfo.InvariantCulture)
        : amount.ToString("#,0", Grouped) + NoBreakSpace + "₽";

    /// <summary>Roubles to the nearest thousand, for a figure that is an average anyway.</summary>
    public static string RoundRoubles(decimal amount) => Roubles(Math.Round(amount / 1000m) * 1000m);

    /// <summary>From one amount to another: <c>1 080 000 – 1 190 000 ₽</c>; breaks only after the dash.</summary>
    public static string Roubles(decimal low, decimal high) =>
        (SiteLanguage.IsEnglish ? Roubles(low) : Roubles(low)[..^2]) + NoBreakSpace + "– " + Roubles(high);

    /// <summary>A number in groups of three.</summary>
    public static string Number(int number) => SiteLanguage.IsEnglish
        ? number.ToString("N0", CultureInfo.InvariantCulture)
        : number.ToString("#,0", Grouped);

    /// <summary>A day with the month in words: <c>29 ноября</c>.</summary>
    public static string Day(DateTime local) =>
        local.ToString($"d'{NoBreakSpace}'MMMM", CultureInfo.CurrentUICulture);

    /// <summary>Hours and minutes.</summary>
    public static string Time(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An instant as it reads on the company's clock.</summary>
    public static DateTime Local(DateTime utc, string timeZone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    /// <summary>Whether a count takes the singular of its language (1, 21, 31… in Russian after «на основе»; only 1 in English).</summary>
    public static bool IsSingular(int count) => SiteLanguage.IsEnglish ? count == 1 : count % 10 == 1 && count % 100 != 11;
}
