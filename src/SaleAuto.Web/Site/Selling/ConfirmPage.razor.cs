using System.Net;
using Microsoft.AspNetCore.Components;
using SaleAuto.Clients;
using SaleAuto.Site.Forms;
using SaleAuto.Site.State;
using SaleAuto.Users;

namespace SaleAuto.Site.Selling;

/// <summary>The code from the SMS, on the way to the offer and to the cabinet alike.</summary>
public partial class ConfirmPage
{
    private Visit? _visit;
    private DateTime _now;

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "code")]
    public CodeForm? Form { get; set; }

    /// <summary>What became of a wish for another code: "new" one, "again" the earlier one, or an "other" car's code was used.</summary>
    [SupplyParameterFromQuery]
    public string? Sent { get; set; }

    /// <summary>Checks the code.</summary>
    [Inject]
    public IClientSignInAppService SignIn { get; set; } = null!;

    /// <summary>Makes a double click harmless.</summary>
    [Inject]
    public SignInOnce Once { get; set; } = null!;

    /// <summary>Sends another code.</summary>
    [Inject]
    public CodeSender Codes { get; set; } = null!;

    /// <summary>Keeps the client signed in.</summary>
    [Inject]
    public IClientCookies Cookies { get; set; } = null!;

    /// <summary>Knows which phone the code went to.</summary>
    [Inject]
    public VisitCookie Visits { get; set; } = null!;

    /// <summary>Who is signed in already.</summary>
    [Inject]
    public ICurrentUser CurrentUser { get; set; } = null!;

    /// <summary>The server's clock, by which the resend timer runs.</summary>
    [Inject]
    public TimeProvider Time { get; set; } = null!;

    private Dictionary<string, (string Id, string Label)> Fields => new() { ["Code"] = ("code", T["Confirm.Code"]) };

    private bool IsSelling => SiteLanguage.RussianAddress(HttpContext.Request.Path).StartsWith("/sell", StringComparison.Ordinal);

    private string StartAddress => IsSelling ? "/sell" : "/signin";

    private string Phone => PhoneNumber.TryParse(_visit!.Phone, out var phone) ? phone.Display : _visit.Phone;

    // The number alone sits in an element of its own for the script to count down.
    private string WaitSentence => WebUtility.HtmlEncode(T["Confirm.ResendIn", "\u0001"])
        .Replace("&#1;", "\u0001", StringComparison.Ordinal)
        .Replace("\u0001", $"<b data-left>{Math.Max(0, (int)Math.Ceiling((_visit!.ResendAt - _now).TotalSeconds))}</b>", StringComparison.Ordinal);

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Form ??= new();
        _now = Time.GetUtcNow().UtcDateTime;
        _visit = Visits.Read(HttpContext);
        if (_visit is null && CurrentUser.ClientId is not null)
        {
            Go("/cabinet"); // Back after the sign-in
        }
    }

    private async Task ConfirmAsync()
    {
        if (_visit is null)
        {
            return;
        }
        var input = new SignInInput { Phone = _visit.Phone, Code = Form!.Code?.Trim() };
        Errors.Check(input);
        if (Errors.Any)
        {
            return;
        }
        try
        {
            Cookies.SignIn(HttpContext, await Once.SignInAsync(_visit.Id, input, SignIn));
        }
        catch (Exception refusal) when (FormErrors.Explains(refusal))
        {
            Errors.Add(refusal, nameof(Form.Code));
            return;
        }
        if (_visit.LeadId is null)
        {
            Visits.Clear(HttpContext);
        }
        Go(_visit.LeadId is null ? _visit.Target ?? "/cabinet" : FoundOffer.Path);
    }

    private async Task ResendAsync()
    {
        if (_visit is null)
        {
            return;
        }
        try
        {
            var request = new CodeRequest(_visit.Phone) { LeadId = _visit.LeadId, Form = _visit.Form, Target = _visit.Target };
            var isNew = await Codes.SendAsync(HttpContext, request);
            Go(SiteLanguage.RussianAddress(HttpContext.Request.Path) + (isNew ? "?sent=new" : "?sent=again"));
        }
        catch (Exception refusal) when (FormErrors.Explains(refusal))
        {
            Errors.Add(refusal);
        }
    }
}
