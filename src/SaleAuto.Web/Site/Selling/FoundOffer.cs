using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Site.State;

namespace SaleAuto.Site.Selling;

/// <summary>Leads from the confirmed phone to the lead that the request became: itself, or the open one that it joined.</summary>
public static class FoundOffer
{
    /// <summary>Address of this step; it shows nothing.</summary>
    public const string Path = "/sell/done";

    /// <summary>Answers the step.</summary>
    public static async Task<IResult> OpenAsync(HttpContext context, VisitCookie visits, IClientLeadAppService leads)
    {
        var visit = visits.Read(context);
        if (visit?.LeadId is null)
        {
            return Results.Redirect(SiteLanguage.Address("/cabinet"));
        }
        try
        {
            var lead = await FindAsync(visit, visit.LeadId.Value, leads, context.RequestAborted);
            if (lead is null)
            {
                return Results.Redirect(SiteLanguage.Address("/sell/confirm?sent=other")); // the code was for another car
            }
            visits.Clear(context);
            return Results.Redirect(SiteLanguage.Address($"/offer/{lead}"));
        }
        catch (AuthorizationException)
        {
            return Results.Redirect(SiteLanguage.Address("/signin"));
        }
    }

    private static async Task<Guid?> FindAsync(Visit visit, Guid draftId, IClientLeadAppService leads, CancellationToken cancellationToken)
    {
        try
        {
            return (await leads.GetAsync(draftId, cancellationToken)).Id;
        }
        catch (EntityNotFoundException)
        {
            // The code confirmed another draft of the same car: one sent by a double click or in another tab.
            var plate = PlateNumber.TryParse(visit.Form?.Plate, out var read) ? read.Value : null;
            return (await leads.GetListAsync(cancellationToken)).FirstOrDefault(lead => lead.Plate == plate)?.Id;
        }
    }
}
