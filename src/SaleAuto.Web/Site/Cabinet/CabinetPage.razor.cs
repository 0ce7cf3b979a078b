using Microsoft.AspNetCore.Components;
using SaleAuto.Clients;
using SaleAuto.Company;
using SaleAuto.Errors;
using SaleAuto.Leads;

namespace SaleAuto.Site.Cabinet;

/// <summary>The client's own leads with their state.</summary>
public partial class CabinetPage
{
    private IReadOnlyList<ClientLeadDto> _leads = [];
    private CompanyProfileDto _company = null!;

    /// <summary>The client's own leads.</summary>
    [Inject]
    public IClientLeadAppService Leads { get; set; } = null!;

    /// <summary>Whose clock tells the time.</summary>
    [Inject]
    public ICompanyProfile Companies { get; set; } = null!;

    /// <summary>Forgets the client.</summary>
    [Inject]
    public IClientCookies Cookies { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _company = await Companies.GetAsync(Aborted);
        try
        {
            _leads = await Leads.GetListAsync(Aborted);
        }
        catch (AuthorizationException)
        {
            GoToSignIn();
        }
    }

    private async Task SignOutAsync()
    {
        await Cookies.SignOutAsync(HttpContext);
        Go("/");
    }
}
