using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SaleAuto.Clients;

/// <summary>A phone in canonical form, + and digits (ITU-T E.164). Only canonical values are stored and compared.</summary>
public sealed record PhoneNumber
{
    /// <summary>Length of the longest canonical form: + and 15 digits.</summary>
    public const int MaxLength = 16;

    private PhoneNumber(string value) => Value = value;

    /// <summary>Canonical form, such as +79161234567.</summary>
    public string Value { get; }

    /// <summary>Form for people: <c>+7 916 123-45-67</c>.</summary>
    public string Display => Value.Length == 12 && Value.StartsWith("+7", StringComparison.Ordinal)
        ? $"+7 {Value[2..5]} {Value[5..8]}-{Value[8..10]}-{Value[10..]}"
        : Value;

    /// <summary>Form for screens that need not show all of it: <c>+7 916 •••-••-67</c>.</summary>
    public string Masked => Value.Length == 12 && Value.StartsWith("+7", StringComparison.Ordinal)
        ? $"+7 {Value[2..5]} •••-••-{Value[10..]}"
        : $"{Value[..3]}•••{Value[^2..]}";

    /// <summary>Reads what a person typed: 8…, 7…, +7…, 9…, with brackets, spaces, dots and dashes. Russian and Kazakh numbers have ten digits after +7.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? phone)
    {
        phone = null;
        if (text is null || text.Length > 40)
        {
            return false;
        }
        var digits = new StringBuilder(text.Length);
        var hasPlus = false;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                digits.Append(character);
            }
            else if (character == '+' && digits.Length == 0 && !hasPlus)
            {
                hasPlus = true;
            }
            else if (!char.IsWhiteSpace(character) && character is not ('(' or ')' or '-' or '–' or '—' or '.' or '\u2011'))
            {
                return false;
            }
        }
        return TryComplete(digits.ToString(), hasPlus, out phone);
    }

    /// <summary>Reads a phone that is known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static PhoneNumber Parse(string text) =>
        TryParse(text, out var phone) ? phone : throw new FormatException("Not a phone number");

    /// <summary>Whether the number belongs to one of the country codes, such as <c>+79</c> (Russian mobile) or <c>+77</c> (Kazakhstan).</summary>
    public bool HasPrefix(IEnumerable<string> prefixes) =>
        prefixes.Any(prefix => Value.StartsWith(prefix, StringComparison.Ordinal));

    /// <inheritdoc />
    public override string ToString() => Value;

    private static bool TryComplete(string digits, bool hasPlus, [NotNullWhen(true)] out PhoneNumber? phone)
    {
        var complete = (hasPlus, digits) switch
        {
            (false, { Length: 10 }) when digits[0] == '9' => "7" + digits,
            (false, { Length: 11 }) when digits[0] is '8' or '7' => "7" + digits[1..],
            (true, { Length: 11 }) when digits[0] == '8' => "7" + digits[1..],
            (true, _) => digits,
            _ => "",
        };
        var isNational = complete.Length == 11 && complete[0] == '7' && complete[1] is ('3' or '4' or '6' or '7' or '8' or '9');
        var isForeign = complete.Length is >= 8 and <= 15 && complete[0] is not ('0' or '7');
        phone = isNational || isForeign ? new PhoneNumber("+" + complete) : null;
        return phone is not null;
    }
}
