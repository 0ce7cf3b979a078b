using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SaleAuto.Cars;

/// <summary>Kinds of plates that are bought or handled by hand (GOST R 50577-2018).</summary>
public enum PlateKind
{
    /// <summary>Type 1: car, truck, bus — А123ВС77.</summary>
    Car,

    /// <summary>Type 1Б: taxi — АВ12377.</summary>
    Taxi,

    /// <summary>Type 2: trailer — АВ123477. Handled by a manager.</summary>
    Trailer,

    /// <summary>Type 4: motorcycle — 1234АВ77. Handled by a manager.</summary>
    Motorcycle,
}

/// <summary>A Russian state registration plate in canonical form: upper-case Cyrillic letters and digits, no spaces (GOST R 50577-2018).</summary>
public sealed record PlateNumber
{
    /// <summary>Letters that have a Latin look-alike; no others are used on plates.</summary>
    public const string Letters = "АВЕКМНОРСТУХ";

    /// <summary>Length of the longest canonical form.</summary>
    public const int MaxLength = 9;

    private const string LatinLookAlikes = "ABEKMHOPCTYX";

    // L a letter, D a digit; two or three digits of region follow.
    private static readonly (PlateKind Kind, string Shape)[] Shapes =
    [
        (PlateKind.Car, "LDDDLL"),
        (PlateKind.Taxi, "LLDDD"),
        (PlateKind.Trailer, "LLDDDD"),
        (PlateKind.Motorcycle, "DDDDLL"),
    ];

    private PlateNumber(PlateKind kind, string value, string region)
    {
        Kind = kind;
        Value = value;
        Region = region;
    }

    /// <summary>Which sign it is.</summary>
    public PlateKind Kind { get; }

    /// <summary>Canonical form, such as А123ВС77.</summary>
    public string Value { get; }

    /// <summary>Region code, two or three digits. Codes are added over time, so an unknown one is not an error.</summary>
    public string Region { get; }

    /// <summary>Whether the region is in the list of this release.</summary>
    public bool RegionIsKnown => PlateRegions.FindName(Region) is not null;

    /// <summary>Form for people: <c>А 123 ВС 77</c>.</summary>
    public string Display
    {
        get
        {
            var body = Value[..^Region.Length];
            var parts = Kind switch
            {
                PlateKind.Car => $"{body[0]} {body[1..4]} {body[4..]}",
                PlateKind.Motorcycle => $"{body[..4]} {body[4..]}",
                _ => $"{body[..2]} {body[2..]}",
            };
            return $"{parts} {Region}";
        }
    }

    /// <summary>Reads what a person typed: any case, spaces, hyphens, RUS, Latin look-alikes, 0 and О told apart by position.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PlateNumber? plate)
    {
        plate = null;
        if (text is null || text.Length > 40)
        {
            return false;
        }
        var clean = Clean(text);
        foreach (var (kind, shape) in Shapes)
        {
            if (Fit(clean, shape) is { } value)
            {
                var found = new PlateNumber(kind, value, value[shape.Length..]);
                // АВ123477 reads as a taxi of region 477 and as a trailer of region 77: a region that exists decides.
                if (plate is null || (!plate.RegionIsKnown && found.RegionIsKnown))
                {
                    plate = found;
                }
            }
        }
        return plate is not null;
    }

    /// <summary>Reads a plate that is known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static PlateNumber Parse(string text) =>
        TryParse(text, out var plate) ? plate : throw new FormatException("Not a registration plate");

    /// <inheritdoc />
    public override string ToString() => Value;

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.ToUpperInvariant())
        {
            if (char.IsWhiteSpace(character) || character is '-' or '–' or '—' or '_' or '.' or '|' or '/' or '\u200B' or '\uFEFF')
            {
                continue;
            }
            var lookAlike = LatinLookAlikes.IndexOf(character, StringComparison.Ordinal);
            clean.Append(lookAlike >= 0 ? Letters[lookAlike] : character);
        }
        var result = clean.ToString();
        foreach (var country in new[] { "RUS", "RУS", "РУС" })
        {
            if (result.EndsWith(country, StringComparison.Ordinal))
            {
                return result[..^3];
            }
        }
        return result;
    }

    private static string? Fit(string text, string shape)
    {
        var regionLength = text.Length - shape.Length;
        if (regionLength is not (2 or 3))
        {
            return null;
        }
        var value = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var wantsLetter = i < shape.Length && shape[i] == 'L';
            var character = (wantsLetter, text[i]) switch
            {
                (true, '0') => 'О',
                (false, 'О') => '0',
                (_, var other) => other,
            };
            if (wantsLetter ? !Letters.Contains(character, StringComparison.Ordinal) : !char.IsAsciiDigit(character))
            {
                return null;
            }
            value[i] = character;
        }
        var result = new string(value);
        var digits = result.AsSpan(0, shape.Length).Trim(Letters);
        var region = result.AsSpan(shape.Length);
        var regionIsValid = region.Length == 2 ? !region.SequenceEqual("00") : region[0] != '0';
        return digits.Trim('0').IsEmpty || !regionIsValid ? null : result;
    }
}
