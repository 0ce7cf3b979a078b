using Microsoft.AspNetCore.Components;
using SaleAuto.Clients;
using SaleAuto.Leads;
using SaleAuto.Site.Forms;
using SaleAuto.Site.State;

namespace SaleAuto.Site.Calling;

/// <summary>The other way in: leave a phone, be called within 15 minutes.</summary>
public partial class CallbackPage
{
    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "callback")]
    public CallbackForm? Form { get; set; }

    /// <summary>Takes the wish.</summary>
    [Inject]
    public IClientLeadAppService Leads { get; set; } = null!;

    /// <summary>Tells the next page what was promised.</summary>
    [Inject]
    public CallPromiseCookie Promises { get; set; } = null!;

    private Dictionary<string, (string Id, string Label)> Fields => new()
    {
        ["Phone"] = ("phone", T["Sell.Phone"]),
        ["Name"] = ("name", T["Callback.Name"]),
        ["Consents"] = ("personal-data", T["Fields.Consents"]),
    };

    /// <inheritdoc />
    protected override void OnInitialized() => Form ??= new();

    private async Task SubmitAsync()
    {
        var input = Form!.Read(Errors, CampaignTags.Read(HttpContext));
        if (!Errors.Any)
        {
            try
            {
                var promise = await Leads.RequestCallAsync(input, Aborted);
                Promises.Write(HttpContext, new CallPromise(PhoneNumber.Parse(input.Phone!).Masked, promise.CallDueAt));
                Go("/callback/thanks");
                return;
            }
            catch (Exception refusal) when (FormErrors.Explains(refusal))
            {
                Errors.Add(refusal);
            }
        }
        Errors.Sort(["", .. Fields.Keys]);
    }
}
