using System.Globalization;
using SaleAuto.Cars;
using SaleAuto.Leads;

namespace SaleAuto.Site.Forms;

/// <summary>The request to sell, as typed: everything is text until it is checked, so that nothing typed gets lost.</summary>
public sealed class SellForm
{
    public string? Plate { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? MileageKm { get; set; }

    public string? Condition { get; set; }

    public string? Source { get; set; }

    public bool PersonalData { get; set; }

    public bool Advertising { get; set; }

    /// <summary>Version of the text beside the first box.</summary>
    public string? PersonalDataVersion { get; set; }

    /// <summary>Version of the text beside the second box.</summary>
    public string? AdvertisingVersion { get; set; }

    /// <summary>Turns the text into the service's input; what cannot be read is noted in <paramref name="errors"/>.</summary>
    public CreateLeadInput Read(FormErrors errors, UtmTags? utm)
    {
        var input = new CreateLeadInput
        {
            Plate = Plate,
            Name = Name?.Trim(),
            Phone = Phone,
            MileageKm = ReadMileage(errors),
            Condition = ReadChoice<CarCondition>(nameof(Condition), Condition, errors),
            Source = ReadChoice<LeadSource>(nameof(Source), Source, errors),
            Consents = Consents.Of(PersonalData, Advertising),
            ConsentVersions = Consents.Seen(PersonalDataVersion, AdvertisingVersion),
            Utm = utm,
        };
        errors.Check(input);
        return input;
    }

    private int? ReadMileage(FormErrors errors)
    {
        var text = Amounts.Clean(MileageKm);
        if (text.Length == 0)
        {
            return null;
        }
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var mileage))
        {
            errors.Add(nameof(MileageKm), SaleAutoErrorCodes.Leads.MileageOutOfRange);
            return null;
        }
        return mileage;
    }

    private static TChoice? ReadChoice<TChoice>(string field, string? text, FormErrors errors)
        where TChoice : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        if (!Enum.TryParse<TChoice>(text, out var choice) || !Enum.IsDefined(choice))
        {
            errors.Add(field, SaleAutoErrorCodes.Fields.NotAllowed);
            return null;
        }
        return choice;
    }
}
