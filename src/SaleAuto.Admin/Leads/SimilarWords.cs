using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Calls;
using SaleAuto.Leads;

namespace SaleAuto.Admin.Leads;

internal static class SimilarWords
{
    /// <summary>What two requests have in common, in words.</summary>
    public static string Why(SimilarLeadDto lead, IStringLocalizer<CallTexts> texts) => string.Join(", ", Signs(lead).Select(sign => texts[$"Similar.{sign}"].Value));

    private static IEnumerable<string> Signs(SimilarLeadDto lead)
    {
        if (lead.SamePhone)
        {
            yield return "Phone";
        }
        if (lead.SamePlate)
        {
            yield return "Plate";
        }
        if (lead.SameName)
        {
            yield return "Name";
        }
    }
}
