using Microsoft.AspNetCore.Components;
using SaleAuto.Clients;
using SaleAuto.Company;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Site.Forms;
using SaleAuto.Valuations;

namespace SaleAuto.Site.Selling;

/// <summary>The price range, the answer to it and the promise to call.</summary>
public partial class OfferPage
{
    private ClientLeadDto? _lead;
    private CompanyProfileDto _company = null!;

    /// <summary>The lead.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "opinion")]
    public OpinionForm? Form { get; set; }

    /// <summary>"1" asks the question again.</summary>
    [SupplyParameterFromQuery]
    public string? Change { get; set; }

    /// <summary>The client's own leads.</summary>
    [Inject]
    public IClientLeadAppService Leads { get; set; } = null!;

    /// <summary>Who calls.</summary>
    [Inject]
    public ICompanyProfile Companies { get; set; } = null!;

    /// <summary>Tells whether the offer still holds.</summary>
    [Inject]
    public TimeProvider Time { get; set; } = null!;

    private ValuationDto? Valuation => _lead!.Valuation;

    private bool IsPending => _lead!.Kind == LeadKind.Buyout && _lead.Status.IsOpen() && Valuation is null or { Status: ValuationStatus.Pending };

    private bool IsExpired => Valuation?.ValidUntil < Time.GetUtcNow().UtcDateTime;

    private bool IsWaiting => _lead!.CallDueAt is not null;

    private string CompanyPhone => PhoneNumber.TryParse(_company.Phone, out var phone) ? phone.Display : _company.Phone;

    private string Talk => _lead!.Status switch
    {
        LeadStatus.Recall => "Recall",
        LeadStatus.DealPlanned => "DealPlanned",
        LeadStatus.Won => "Won",
        LeadStatus.Lost or LeadStatus.Closed => "Closed",
        _ => "InWork",
    };

    // Changes when the page would say something else, so that the script replaces nothing in vain.
    private string Fingerprint =>
        $"{_lead!.Status}-{Valuation?.Status}-{Valuation?.Low:0}-{Valuation?.High:0}-{Valuation?.Vehicle?.Model}-{_lead.Opinion}-{_lead.ExpectedPrice:0}-{_lead.CallDueAt?.Ticks}-{IsExpired}";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        _company = await Companies.GetAsync(Aborted);
        try
        {
            _lead = await Leads.GetAsync(Id, Aborted);
        }
        catch (AuthorizationException)
        {
            GoToSignIn();
        }
        catch (EntityNotFoundException)
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task AnswerAsync()
    {
        var input = Form!.Read(Errors);
        if (Errors.Any || _lead is null)
        {
            return;
        }
        try
        {
            await Leads.SetOpinionAsync(_lead.Id, input, Aborted);
            Go($"/offer/{_lead.Id}");
        }
        catch (Exception refusal) when (FormErrors.Explains(refusal))
        {
            Errors.Add(refusal);
        }
    }
}
