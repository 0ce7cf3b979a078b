using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Staff;
using SaleAuto.Staff.SignIn;

namespace SaleAuto.Admin.Account;

/// <summary>Accounts of others: invite, disable, sessions, own rights; and seeing the program as they do.</summary>
internal sealed class PeopleScreen : IAdminScreen
{
    internal const string Home = "/admin/accounts";

    public void Map(RouteGroupBuilder admin)
    {
        var people = admin.MapGroup("/accounts");
        people.MapGet("", (IStaffAccountAppService accounts, CancellationToken cancellationToken) => ShowAsync(accounts, FormFaults.None, null, cancellationToken));
        people.MapPost("", InviteAsync);
        people.MapGet("/{id:guid}", ShowPersonAsync);
        people.MapPost("/{id:guid}/invite", async (Guid id, IStaffAccountAppService accounts, CancellationToken cancellationToken) =>
            ShowLink(await accounts.InviteAgainAsync(id, cancellationToken)));
        people.MapPost("/{id:guid}/disable", (Guid id, IStaffAccountAppService accounts, CancellationToken cancellationToken) => ChangeAsync(id, accounts.DisableAsync, cancellationToken));
        people.MapPost("/{id:guid}/enable", (Guid id, IStaffAccountAppService accounts, CancellationToken cancellationToken) => ChangeAsync(id, accounts.EnableAsync, cancellationToken));
        people.MapPost("/{id:guid}/new-password", (Guid id, IStaffAccountAppService accounts, CancellationToken cancellationToken) => ChangeAsync(id, accounts.DemandNewPasswordAsync, cancellationToken));
        people.MapPost("/{id:guid}/end-sessions", (Guid id, IStaffAccountAppService accounts, CancellationToken cancellationToken) => ChangeAsync(id, accounts.EndSessionsAsync, cancellationToken));

        admin.MapPost("/see-as/{id:guid}", SeeAsAsync);
        admin.MapPost("/see-as/end", EndSeeAs);
    }

    private static async Task<IResult> ShowAsync(IStaffAccountAppService accounts, FormFaults faults, InviteStaffInput? typed, CancellationToken cancellationToken) =>
        new RazorComponentResult<PeoplePage>(new { People = await accounts.GetListAsync(cancellationToken), Roles = await accounts.GetInvitableRolesAsync(cancellationToken), Faults = faults, Typed = typed }) { StatusCode = faults.Any ? 422 : 200 };

    private static async Task<IResult> InviteAsync(HttpContext http, IStaffAccountAppService accounts, CancellationToken cancellationToken)
    {
        var input = new InviteStaffInput { UserName = (await http.FieldAsync("userName")).Trim(), FullName = await http.FieldAsync("fullName"), Role = await http.FieldAsync("role") };
        try
        {
            return ShowLink(await accounts.InviteAsync(input, cancellationToken));
        }
        catch (InputValidationException wrong)
        {
            return await ShowAsync(accounts, FormFaults.Of(wrong), input, cancellationToken);
        }
    }

    private static RazorComponentResult<InvitationLinkPage> ShowLink(InvitationDto invitation) => new(new { Invitation = invitation });

    private static async Task<IResult> ShowPersonAsync(Guid id, IStaffAccountAppService accounts, IPermissionAppService permissions, AdminContext context, CancellationToken cancellationToken)
    {
        var person = (await accounts.GetListAsync(cancellationToken)).FirstOrDefault(x => x.Id == id) ?? throw new EntityNotFoundException(typeof(StaffPersonDto), id);
        var tree = context.Access.Has(SaleAutoPermissions.Permissions.Manage)
            ? await permissions.GetTreeAsync(new PermissionHolder(PermissionHolderKind.Staff, id), cancellationToken)
            : null;
        return new RazorComponentResult<PersonPage>(new { Person = person, Tree = tree });
    }

    private static async Task<IResult> ChangeAsync(Guid id, Func<Guid, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        await change(id, cancellationToken);
        return TypedResults.LocalRedirect($"{Home}/{id}");
    }

    private static async Task<IResult> SeeAsAsync(Guid id, ISeeAsAppService seeAs, IStaffCookies cookies, CancellationToken cancellationToken)
    {
        await seeAs.BeginAsync(id, cancellationToken);
        cookies.SeeAs(id);
        return TypedResults.LocalRedirect(AdminScreens.Home);
    }

    private static RedirectHttpResult EndSeeAs(IStaffCookies cookies)
    {
        cookies.SeeAs(null);
        return TypedResults.LocalRedirect(AdminScreens.Home);
    }
}
