using Microsoft.AspNetCore.Components;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Site.Forms;
using SaleAuto.Site.Selling;
using SaleAuto.Site.State;

namespace SaleAuto.Site.Cabinet;

/// <summary>The way back in: phone and code.</summary>
public partial class SignInPage
{
    /// <summary>Page to open afterwards.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "signin")]
    public PhoneForm? Form { get; set; }

    /// <summary>Sends the code.</summary>
    [Inject]
    public CodeSender Codes { get; set; } = null!;

    /// <summary>Knows the phone of a visitor who wants to change it.</summary>
    [Inject]
    public VisitCookie Visits { get; set; } = null!;

    private Dictionary<string, (string Id, string Label)> Fields => new() { ["Phone"] = ("phone", T["Sell.Phone"]) };

    /// <inheritdoc />
    protected override void OnInitialized() => Form ??= new() { Phone = Visits.Read(HttpContext)?.Phone };

    private async Task SendAsync()
    {
        var input = new SendCodeInput { Phone = Form!.Phone };
        Errors.Check(input);
        if (Errors.Any)
        {
            return;
        }
        try
        {
            await Codes.SendAsync(HttpContext, new CodeRequest(input.Phone!) { Target = OwnPage(To) });
            Go("/signin/confirm");
        }
        catch (Exception refusal) when (FormErrors.Explains(refusal))
        {
            Errors.Add(refusal, refusal is BusinessException { Code: SaleAutoErrorCodes.Clients.CountryNotServed } ? nameof(Form.Phone) : "");
        }
    }

    // Only pages that ask for sign-in are returned to; anything else in the address is somebody's trick.
    private static string? OwnPage(string? path) =>
        path is not null && path.StartsWith("/offer/", StringComparison.Ordinal) && Guid.TryParse(path["/offer/".Length..], out _) ? path : null;
}
