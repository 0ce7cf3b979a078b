using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Calls;
using SaleAuto.Admin.Shell;
using SaleAuto.Leads;

namespace SaleAuto.Admin.Leads;

/// <summary>Joining requests from the list of similar ones, and taking them apart.</summary>
internal sealed class LeadScreen : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        admin.MapPost("/leads/{id:guid}/join-to/{other:guid}", JoinAsync);
        admin.MapPost("/leads/{id:guid}/take-apart", TakeApartAsync);
    }

    private static async Task<IResult> JoinAsync(Guid id, Guid other, ILeadWorkAppService leads, HttpContext http, IStringLocalizer<CallTexts> texts, CancellationToken cancellationToken)
    {
        await leads.MergeAsync(id, new MergeLeadInput { IntoLeadId = other }, cancellationToken);
        http.Response.ToastOnNextPage(ToastKind.Success, texts["Merged"], new ToastAction(texts["Unmerge"], Post: $"{CallPaths.Lead(id)}/take-apart"));
        return http.GoTo(CallPaths.Lead(other));
    }

    private static async Task<IResult> TakeApartAsync(Guid id, ILeadWorkAppService leads, HttpContext http, IStringLocalizer<CallTexts> texts, CancellationToken cancellationToken)
    {
        await leads.UnmergeAsync(id, cancellationToken);
        http.Response.ToastOnNextPage(ToastKind.Success, texts["Unmerged"]);
        return http.GoTo(CallPaths.Lead(id));
    }
}
