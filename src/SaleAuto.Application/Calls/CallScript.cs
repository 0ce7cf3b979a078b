using SaleAuto.Cars;
using SaleAuto.Leads;

namespace SaleAuto.Calls;

internal static class CallScript
{
    /// <summary>Answers of a script in the words of the domain.</summary>
    public static LeadCorrection ToCorrection(CallScriptInput input) => new()
    {
        Name = string.IsNullOrWhiteSpace(input.Name) ? null : input.Name.Trim(),
        Plate = string.IsNullOrWhiteSpace(input.Plate) ? null : PlateNumber.Parse(input.Plate),
        NamedPrice = input.NamedPrice,
        Opinion = input.Opinion,
        ExpectedPrice = input.ExpectedPrice,
        MileageKm = input.MileageKm,
        Condition = input.Condition,
        Source = input.Source,
        ConditionsExplained = input.ConditionsExplained,
    };

    /// <summary>The script as it stands for a lead.</summary>
    public static CallScriptInput Of(Lead lead) => new()
    {
        Name = lead.Name,
        Plate = lead.Plate,
        NamedPrice = lead.NamedPrice,
        Opinion = lead.Opinion,
        ExpectedPrice = lead.ExpectedPrice,
        MileageKm = lead.MileageKm,
        Condition = lead.Condition,
        Source = lead.Source,
        ConditionsExplained = lead.ConditionsExplainedAt is not null,
    };
}
