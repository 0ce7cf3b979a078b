using System.Globalization;
using SaleAuto.Admin.Components;
using SaleAuto.Admin.Shell;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Forms;

/// <summary>Typed values as they stand in the inputs of a form, in the spelling that <see cref="ResourceInput.FromForm"/> reads.</summary>
internal static class FormValues
{
    private const string NoBreakSpace = "\u00A0";

    // Groups are parted by spaces in both languages: a comma would be read as the fraction's.
    private static readonly NumberFormatInfo Russian = new() { NumberGroupSeparator = NoBreakSpace, NumberDecimalSeparator = "," };
    private static readonly NumberFormatInfo English = new() { NumberGroupSeparator = NoBreakSpace, NumberDecimalSeparator = "." };

    /// <summary>All values by the name of their input.</summary>
    /// <param name="input">The values.</param>
    /// <param name="fields">Fields of the form.</param>
    /// <param name="zone">The company's time zone.</param>
    /// <param name="isExact">Whether nothing may be lost: what the change is compared with.</param>
    public static List<KeyValuePair<string, string?>> Write(ResourceInput input, IEnumerable<FieldModel> fields, TimeZoneInfo zone, bool isExact)
    {
        var texts = new List<KeyValuePair<string, string?>>();
        foreach (var field in fields.Where(f => input.Has(f.Name)))
        {
            switch (input[field.Name])
            {
                case IEnumerable<ResourceInput> lines:
                    texts.Add(new(field.Name, ""));
                    texts.AddRange(lines.SelectMany((line, place) =>
                        Write(line, field.Lines, zone, isExact).Select(x => KeyValuePair.Create($"{field.Name}[{place}].{x.Key}", x.Value))));
                    break;
                case IEnumerable<Guid> ids:
                    texts.Add(new(field.Name, ""));
                    texts.AddRange(ids.Select(id => KeyValuePair.Create(field.Name, (string?)id.ToString())));
                    break;
                case var value:
                    texts.Add(new(field.Name, Text(field, value, zone, isExact)));
                    break;
            }
        }
        return texts;
    }

    /// <summary>One value.</summary>
    public static string Text(FieldModel field, object? value, TimeZoneInfo zone, bool isExact) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        decimal number when isExact => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(field.Kind == FieldKind.Money ? "#,0.##" : "0.####", AdminLanguage.IsEnglish ? English : Russian),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment when isExact => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        DateTime moment => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), zone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        TimeSpan span when isExact || span.Days > 0 || span.Seconds > 0 => span.ToString("c", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("h\\:mm", CultureInfo.InvariantCulture),
        string phone when field.Kind == FieldKind.Phone && !isExact => Display.Phone(phone),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Takes the exact original where the text still says the same: an input shows a moment without its seconds.</summary>
    public static void KeepUntouched(ResourceInput input, ResourceInput originals, IEnumerable<FieldModel> fields, TimeZoneInfo zone)
    {
        foreach (var field in fields.Where(f => f.Kind is FieldKind.DateTime or FieldKind.Decimal or FieldKind.Money && input.Has(f.Name) && originals.Has(f.Name)))
        {
            if (Text(field, input[field.Name], zone, isExact: false) == Text(field, originals[field.Name], zone, isExact: false))
            {
                input[field.Name] = originals[field.Name];
            }
        }
    }
}
