using System.Globalization;
using System.Text.RegularExpressions;

namespace SaleAuto.Market;

/// <summary>Reads year, mileage and engine out of texts. What cannot be read is null.</summary>
internal static partial class CarFacts
{
    private const int LongestMileage = 2_000_000;
    private const decimal KilometresPerMile = 1.609344m;
    private const decimal HorsepowerPerKilowatt = 1.35962m;

    /// <summary>Year of a date or year field: "2018", "2018-05-01", "2018 г.".</summary>
    public static int? Year(string? field) =>
        YearField().Match(PlainText.Of(field)) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>A text that is a year and nothing else: "2018", "2018 г.", "2018 год,".</summary>
    public static int? OnlyYear(string text) =>
        YearAlone().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>A year as its own word inside a text, neither part of a sum nor of a range or date.</summary>
    public static int? YearIn(string text) =>
        YearWord().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Kilometres of a field: "84000", "84 000 км", "84 тыс. км", with a unit code KMT or SMI. A zero means that it was not filled in.</summary>
    public static int? Mileage(string? field, string? unit = null)
    {
        var plain = PlainText.Of(field);
        if (MileageIn(plain) is { } withUnit)
        {
            return withUnit;
        }
        return Numbers.Single(plain) is { } number ? Kilometres(number, 1, unit) : null;
    }

    /// <summary>A text that is a mileage and nothing else.</summary>
    public static int? OnlyMileage(string text)
    {
        var numbers = Numbers.FindAll(text);
        return numbers is [{ Start: var start } number] && (start == 0 || BeforeMileage().IsMatch(text.AsSpan(0, start)))
            && MileageUnit().Match(text, number.End) is { Success: true } unit && AfterMileage().IsMatch(text.AsSpan(unit.Index + unit.Length))
            ? Kilometres(number.Value, Thousands(unit), unit.Groups["unit"].Value)
            : null;
    }

    /// <summary>A mileage inside a text: a number of kilometres that is no speed, distance or fuel use.</summary>
    public static int? MileageIn(string text)
    {
        foreach (var number in Numbers.FindAll(text))
        {
            if (MileageUnit().Match(text, number.End) is { Success: true } unit
                && !(number.Start > 0 && text[number.Start - 1] is '/' or '-' or '+')
                && !NoMileageAfter().IsMatch(text.AsSpan(unit.Index + unit.Length)))
            {
                return Kilometres(number.Value, Thousands(unit), unit.Groups["unit"].Value);
            }
        }
        return null;
    }

    /// <summary>Litres of a field or text: "1.6 л", "1.6 LTR", "1598 см³", "1.6 AT".</summary>
    public static decimal? Litres(string? text, string? unit = null)
    {
        var plain = PlainText.Of(text);
        if (LitresWithUnit().Match(plain) is { Success: true } litres)
        {
            return decimal.Parse(litres.Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        }
        if (CubicCentimetres().Match(plain) is { Success: true } cubic)
        {
            return Math.Round(decimal.Parse(cubic.Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 1000, 1, MidpointRounding.AwayFromZero);
        }
        return unit is null ? null : LitresOfNumber(Numbers.Single(plain));
    }

    /// <summary>A bare displacement: hundreds are cubic centimetres, small numbers litres.</summary>
    public static decimal? LitresOfNumber(decimal? number) => number switch
    {
        > 0.3m and < 10 => Math.Round(number.Value, 1, MidpointRounding.AwayFromZero),
        >= 300 and < 10_000 => Math.Round(number.Value / 1000, 1, MidpointRounding.AwayFromZero),
        _ => null,
    };

    /// <summary>Horsepower of a text: "123 л.с.", "123 N12", "90 кВт".</summary>
    public static int? Power(string? text, string? unit = null)
    {
        var plain = PlainText.Of(text);
        if (PowerWithUnit().Match(plain) is { Success: true } match)
        {
            var value = decimal.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            return Horsepower(match.Groups["kw"].Success ? value * HorsepowerPerKilowatt : value);
        }
        var number = unit is null ? null : Numbers.Single(plain);
        return Horsepower(unit is "KWT" ? number * HorsepowerPerKilowatt : number);
    }

    /// <summary>A plausible power.</summary>
    public static int? Horsepower(decimal? number) => number is >= 5 and <= 3000 ? (int)Math.Round(number.Value, MidpointRounding.AwayFromZero) : null;

    private static int Thousands(Match unit) => unit.Groups["thousand"].Success ? 1000 : 1;

    private static int? Kilometres(decimal number, int thousands, string? unit)
    {
        var kilometres = number * thousands * (unit is not null && MileUnit().IsMatch(unit) ? KilometresPerMile : 1);
        return kilometres is > 0 and <= LongestMileage ? (int)Math.Round(kilometres, MidpointRounding.AwayFromZero) : null;
    }

    [GeneratedRegex(@"^(?:\D{0,12}\b|\d\d?[-./](?:\d\d?[-./])?)((?:19[3-9]|20[0-4])\d)(?!\d)")]
    private static partial Regex YearField();

    [GeneratedRegex(@"^((?:19[3-9]|20[0-4])\d)\s?(?:г\.?|года?|year)?\s?(?:в\.?|выпуска)?\s?[,.·•]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearAlone();

    [GeneratedRegex(
        @"(?<![\w.,\-–—/№#]|\d[ ]|\d\s?[-–—]\s|(?:янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек)\p{L}{0,5}\s)((?:19[3-9]|20[0-4])\d)"
        + @"(?!\s?[-–—]\s?(?:\d|н\.)|[\w/]|[.,]\d|\s\d{3}(?!\d)|\s?(?:₽|руб|р\.|\$|€|км|km|л\.?\s?с))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearWord();

    [GeneratedRegex(@"\G\s?(?<thousand>тыс(?:яч)?\.?|т\.|k\b|к\b)?\s?(?<unit>км|km|миль|мили|miles?|mi)(?![\p{L}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MileageUnit();

    [GeneratedRegex(@"^(?:пробег|mileage|odometer)?\s?:?\s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeMileage();

    [GeneratedRegex(@"^\.?\s?(?:пробег\w*)?\s?[,.·•]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterMileage();

    [GeneratedRegex(@"^\.?\s?(?:/\s?[чh]|от\b|до\b|в\s?час|по\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoMileageAfter();

    [GeneratedRegex(@"^(?:smi|mi$|mil)|^мил", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MileUnit();

    [GeneratedRegex(@"(?<![\d.,])(\d[.,]\d)\d?\s?(?:л(?!\.?\s?с)|l(?:tr|iter)?s?\b|hyb|[dt]?\s?(?:at|mt|cvt|amt)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LitresWithUnit();

    [GeneratedRegex(@"(?<![\d.,])(\d{3,4})\s?(?:см|куб|cc\b|cm|cmq)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CubicCentimetres();

    [GeneratedRegex(@"(?<![\d.,])(\d{2,4})\s?(?:л\.?\s?с|hp\b|bhp\b|ps\b|n12\b|(?<kw>квт|kw))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PowerWithUnit();
}
