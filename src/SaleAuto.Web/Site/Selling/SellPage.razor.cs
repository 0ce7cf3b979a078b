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

    private Dictionary<string, (string Id, string Label)> Fields => new()
    {
        ["Plate"] = ("plate", T["Sell.Plate"]),
        ["Name"] = ("name", T["Sell.Name"]),
        ["Phone"] = ("phone", T["Sell.Phone"]),
        ["MileageKm"] = ("mileage", T["Sell.Mileage"]),
        ["Condition"] = ("condition", T["Sell.Condition"]),
        ["Source"] = ("source", T["Sell.Source"]),
        ["Consents"] = ("personal-data", T["Fields.Consents"]),
    };

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
        Errors.Sort(["", .. Fields.Keys]);
    }
}
