using System.Globalization;
using SaleAuto.Clients;
using SaleAuto.Leads;

namespace SaleAuto.Site.Forms;

/// <summary>The wish to be called, as typed.</summary>
public sealed class CallbackForm
{
    public string? Name { get; set; }

    public string? Phone { get; set; }

    public bool PersonalData { get; set; }

    public bool Advertising { get; set; }

    /// <summary>Version of the text beside the first box.</summary>
    public string? PersonalDataVersion { get; set; }

    /// <summary>Version of the text beside the second box.</summary>
    public string? AdvertisingVersion { get; set; }

    /// <summary>Turns the text into the service's input and notes its faults.</summary>
    public CallbackInput Read(FormErrors errors, UtmTags? utm)
    {
        var input = new CallbackInput
        {
            Phone = Phone,
            Name = string.IsNullOrWhiteSpace(Name) ? null : Name.Trim(),
            Consents = Consents.Of(PersonalData, Advertising),
            ConsentVersions = Consents.Seen(PersonalDataVersion, AdvertisingVersion),
            Utm = utm,
        };
        errors.Check(input);
        return input;
    }
}

/// <summary>The phone to sign in with, as typed.</summary>
public sealed class PhoneForm
{
    public string? Phone { get; set; }
}

/// <summary>The code from the SMS, as typed.</summary>
public sealed class CodeForm
{
    public string? Code { get; set; }
}

/// <summary>The answer to the offer, as typed.</summary>
public sealed class OpinionForm
{
    public string? Answer { get; set; }

    public string? ExpectedPrice { get; set; }

    /// <summary>Turns the text into the service's input and notes its faults. A price of one's own is a "no" to ours.</summary>
    public LeadOpinionInput Read(FormErrors errors)
    {
        var text = Amounts.Clean(ExpectedPrice);
        decimal? price = null;
        if (text.Length > 0)
        {
            if (decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            {
                price = read;
            }
            else
            {
                errors.Add(nameof(ExpectedPrice), SaleAutoErrorCodes.Leads.ExpectedPriceOutOfRange);
            }
        }
        var input = new LeadOpinionInput { Answer = Enum.TryParse<ClientOpinion>(Answer, out var answer) ? answer : null, ExpectedPrice = price };
        errors.Check(input);
        return input;
    }
}

/// <summary>Consents from their boxes.</summary>
public static class Consents
{
    /// <summary>The kinds whose boxes are ticked.</summary>
    public static IReadOnlyList<ConsentKind> Of(bool personalData, bool advertising)
    {
        var given = new List<ConsentKind>(2);
        if (personalData)
        {
            given.Add(ConsentKind.PersonalData);
        }
        if (advertising)
        {
            given.Add(ConsentKind.Advertising);
        }
        return given;
    }

    /// <summary>The versions that stood beside the boxes.</summary>
    public static IReadOnlyDictionary<ConsentKind, string> Seen(string? personalData, string? advertising)
    {
        var seen = new Dictionary<ConsentKind, string>();
        if (!string.IsNullOrEmpty(personalData))
        {
            seen[ConsentKind.PersonalData] = personalData;
        }
        if (!string.IsNullOrEmpty(advertising))
        {
            seen[ConsentKind.Advertising] = advertising;
        }
        return seen;
    }
}

/// <summary>Whole numbers as people type them.</summary>
public static class Amounts
{
    private static readonly string[] Units = ["км", "km", "₽", "руб.", "руб", "р."];

    /// <summary>Drops spaces of every kind, group dots and commas, and the unit: <c>120 000 км</c> is 120000.</summary>
    public static string Clean(string? text)
    {
        var clean = (text ?? "").Trim();
        foreach (var unit in Units)
        {
            if (clean.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                clean = clean[..^unit.Length];
                break;
            }
        }
        return string.Concat(clean.Where(character => !char.IsWhiteSpace(character)));
    }
}
