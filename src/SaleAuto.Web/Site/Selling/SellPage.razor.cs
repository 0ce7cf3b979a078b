using Microsoft.AspNetCore.Components;
using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Site.Forms;
using SaleAuto.Site.State;

namespace SaleAuto.Site.Selling;

/// <summary>Name, phone and what is known of the car; ends with a code on its way.</summary>
public partial class SellPage
{
    private static readonly Dictionary<string, string> Ids = new()
    {
        ["Plate"] = "plate",
        ["Name"] = "name",
        ["Phone"] = "phone",
        ["MileageKm"] = "mileage",
        ["Condition"] = "condition",
        ["Source"] = "source",
        ["Consents"] = "personal-data",
    };

    /// <summary>The plate typed on the landing page.</summary>
    [SupplyParameterFromQuery(Name = "plate")]
    public string? StartPlate { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "sell")]
    public SellForm? Form { get; set; }

    /// <summary>Takes the request.</summary>
    [Inject]
    public IClientLeadAppService Leads { get; set; } = null!;

    /// <summary>Sends the code.</summary>
    [Inject]
    public CodeSender Codes { get; set; } = null!;

    /// <summary>Knows what this visitor typed before.</summary>
    [Inject]
    public VisitCookie Visits { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (Form is not null)
        {
            return;
        }
        Form = Visits.Read(HttpContext)?.Form ?? new();
        if (StartPlate is null)
        {
            return;
        }
        Form.Plate = PlateNumber.TryParse(StartPlate, out var plate) ? plate.Display : StartPlate;
        if (plate is null)
        {
            Errors.Add(nameof(Form.Plate), StartPlate.Trim().Length == 0 ? SaleAutoErrorCodes.Fields.Required : SaleAutoErrorCodes.Leads.PlateInvalid);
        }
    }

    private async Task SubmitAsync()
    {
        var input = Form!.Read(Errors, CampaignTags.Read(HttpContext));
        if (!Errors.Any)
        {
            try
            {
                var draft = await Leads.CreateAsync(input, Aborted);
                await Codes.SendAsync(HttpContext, new CodeRequest(input.Phone!) { LeadId = draft.Id, Form = Form });
                Go("/sell/confirm");
                return;
            }
            catch (Exception refusal) when (FormErrors.Explains(refusal))
            {
                Errors.Add(refusal, refusal is BusinessException { Code: SaleAutoErrorCodes.Clients.CountryNotServed } ? nameof(Form.Phone) : "");
            }
        }
        Errors.Sort(["", .. Ids.Keys]);
    }
}
