using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SaleAuto.Localization;
using SaleAuto.Site.Forms;

namespace SaleAuto.Site;

/// <summary>What every page of the way to the offer needs.</summary>
public abstract class SitePage : ComponentBase
{
    /// <summary>The request that the page answers.</summary>
    [CascadingParameter]
    public HttpContext HttpContext { get; set; } = null!;

    /// <summary>Faults of the page's form.</summary>
    public FormErrors Errors { get; } = new();

    /// <summary>Texts of the page.</summary>
    [Inject]
    public IStringLocalizer<FlowTexts> T { get; set; } = null!;

    /// <summary>Leads to other pages.</summary>
    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    /// <summary>Ends when the visitor leaves.</summary>
    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Whether the page answers a form that was sent, not a visit.</summary>
    protected bool IsPost => HttpMethods.IsPost(HttpContext.Request.Method);

    /// <summary>Sends the browser to a page in the current language; after a form, so that reload and Back repeat nothing.</summary>
    protected void Go(string path) => Navigation.NavigateTo(SiteLanguage.Address(path));

    /// <summary>Asks the visitor to sign in and come back here.</summary>
    protected void GoToSignIn() =>
        Go("/signin?to=" + Uri.EscapeDataString(SiteLanguage.RussianAddress(HttpContext.Request.Path)));
}
