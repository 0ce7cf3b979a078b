using System.Globalization;
using Microsoft.Extensions.Localization;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Leads;

namespace SaleAuto.Staff;

/// <summary>How amounts, times and names look on the staff pages.</summary>
internal static class StaffDisplay
{
    private const string NoBreakSpace = "\u00A0";

    private static readonly NumberFormatInfo Grouped = new() { NumberGroupSeparator = NoBreakSpace, NumberGroupSizes = [3] };

    /// <summary>Whole roubles.</summary>
    public static string Roubles(decimal amount) => amount.ToString("#,0", Grouped) + NoBreakSpace + "₽";

    /// <summary>A range of roubles, or null when there is none.</summary>
    public static string? Range(decimal? low, decimal? high) =>
        low is { } from && high is { } to ? $"{from.ToString("#,0", Grouped)}{NoBreakSpace}–{NoBreakSpace}{Roubles(to)}" : null;

    public static string Kilometres(int mileage) => mileage.ToString("#,0", Grouped);

    /// <summary>Hours and minutes today, with the day otherwise.</summary>
    public static string Moment(DateTime utc, DateTime now, TimeZoneInfo zone)
    {
        var (local, today) = (Local(utc, zone), Local(now, zone).Date);
        return local.Date == today ? local.ToString("HH:mm", CultureInfo.InvariantCulture) : Instant(utc, zone);
    }

    /// <summary>Day and time.</summary>
    public static string Instant(DateTime utc, TimeZoneInfo zone) =>
        Local(utc, zone).ToString("d MMM, HH:mm", CultureInfo.CurrentUICulture).Replace(" ", NoBreakSpace, StringComparison.Ordinal);

    /// <summary>A canonical phone as people write it.</summary>
    public static string Phone(string phone) => PhoneNumber.TryParse(phone, out var parsed) ? parsed.Display : phone;

    public static string? Plate(string? plate) => PlateNumber.TryParse(plate, out var parsed) ? parsed.Display : plate;

    /// <summary>Name of an enum value.</summary>
    public static string Name<TEnum>(this IStringLocalizer<StaffTexts> texts, TEnum value)
        where TEnum : struct, Enum => texts[$"{typeof(TEnum).Name}.{value}"];

    /// <summary>Text of a code from outside; a code that came later than the texts shows as it is.</summary>
    public static string Code(this IStringLocalizer<StaffTexts> texts, string group, string code) =>
        texts[$"{group}.{code}"] is { ResourceNotFound: false } text ? text : code;

    /// <summary>What happened, in words.</summary>
    public static string Tell(this IStringLocalizer<StaffTexts> texts, StaffHistoryDto entry) => entry switch
    {
        { Kind: LeadHistoryKind.StatusChanged, From: { } from } => $"{texts.Name(from)} → {texts.Name(entry.To)}",
        _ => texts.Name(entry.Kind),
    };

    /// <summary>The note of an entry; some notes are names of enum values.</summary>
    public static string? Note(this IStringLocalizer<StaffTexts> texts, StaffHistoryDto entry) => entry switch
    {
        { Note: null } => null,
        { Kind: LeadHistoryKind.Opinion } => texts.Code(nameof(ClientOpinion), entry.Note),
        { Kind: LeadHistoryKind.ManualValuation } => texts.Code(nameof(Valuations.ManualValuationReason), entry.Note),
        _ => entry.Note,
    };

    private static DateTime Local(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
