using System.Globalization;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Shell;
using SaleAuto.Clients;

namespace SaleAuto.Admin.Components;

/// <summary>How amounts, times and numbers look on the admin's screens.</summary>
public static class Display
{
    private const string NoBreakSpace = "\u00A0";
    private const string NarrowSpace = "\u202F";

    private static readonly NumberFormatInfo Russian = new() { NumberGroupSeparator = NoBreakSpace, NumberDecimalSeparator = ",", NumberGroupSizes = [3], NegativeSign = "\u2212" };
    private static readonly NumberFormatInfo English = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = ".", NumberGroupSizes = [3], NegativeSign = "\u2212" };

    /// <summary>How numbers are written in the current language.</summary>
    public static NumberFormatInfo Numbers => AdminLanguage.IsEnglish ? English : Russian;

    /// <summary>Roubles with kopecks: 1 234 567,00 ₽.</summary>
    public static string Money(decimal amount) =>
        AdminLanguage.IsEnglish ? "₽" + NarrowSpace + amount.ToString("#,0.00", English) : amount.ToString("#,0.00", Russian) + NoBreakSpace + "₽";

    /// <summary>A whole number in groups of three digits.</summary>
    public static string Whole(decimal number) => number.ToString("#,0", Numbers);

    /// <summary>A number with its fraction, as far as it has one.</summary>
    public static string Number(decimal number) => number.ToString("#,0.####", Numbers);

    /// <summary>A day: 5 ноя, with the year when it is not this one.</summary>
    public static string Day(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "d MMM" : "d MMM yyyy", CultureInfo.CurrentUICulture).Replace(".", "", StringComparison.Ordinal).Replace(" ", NoBreakSpace, StringComparison.Ordinal);

    /// <summary>Hours and minutes today, with the day otherwise.</summary>
    public static string Moment(DateTime local, DateOnly today)
    {
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = DateOnly.FromDateTime(local);
        return day == today ? clock : Day(day, today) + NoBreakSpace + clock;
    }

    /// <summary>Everything about a moment, with the time zone.</summary>
    public static string FullMoment(DateTime local, TimeZoneInfo zone) =>
        $"{local.ToString("D", CultureInfo.CurrentUICulture)}, {local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} ({zone.Id})";

    /// <summary>How long ago: just now, 5 min, 3 h, 2 d.</summary>
    public static string Ago(TimeSpan passed, IStringLocalizer<AdminTexts> texts) => passed switch
    {
        { TotalMinutes: < 1 } => texts["Ago.Now"],
        { TotalHours: < 1 } => texts["Ago.Minutes", (int)passed.TotalMinutes],
        { TotalDays: < 1 } => texts["Ago.Hours", (int)passed.TotalHours],
        _ => texts["Ago.Days", (int)passed.TotalDays],
    };

    /// <summary>A length of time: 1 ч 25 мин.</summary>
    public static string Span(TimeSpan span, IStringLocalizer<AdminTexts> texts) =>
        span.TotalHours >= 1 ? texts["Span.Hours", (int)span.TotalHours, span.Minutes] : texts["Span.Minutes", span.Minutes, span.Seconds];

    /// <summary>Size of a file: 640 КБ, 2,4 МБ.</summary>
    public static string Size(long bytes)
    {
        var (kilo, mega) = AdminLanguage.IsEnglish ? ("KB", "MB") : ("КБ", "МБ");
        return bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)}{NoBreakSpace}{kilo}" : $"{(bytes / 1024m / 1024m).ToString("0.#", Numbers)}{NoBreakSpace}{mega}";
    }

    /// <summary>A canonical phone as people write it.</summary>
    public static string Phone(string phone) => PhoneNumber.TryParse(phone, out var parsed) ? parsed.Display : phone;

    /// <summary>Whether an address that came from outside may be linked: nothing but the web.</summary>
    public static bool IsWebAddress(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>Host and the beginning of the path.</summary>
    public static string ShortAddress(string address)
    {
        var uri = new Uri(address);
        var text = uri.Host + uri.AbsolutePath.TrimEnd('/');
        return text.Length > 40 ? text[..39] + "…" : text;
    }
}
