using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Components;
using SaleAuto.Admin.Shell;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Requests;

namespace SaleAuto.Admin.Forms;

/// <summary>Dialogs of actions: asked for into <c>#dialog-body</c> from a record, a row of a list or a card of a board.</summary>
internal sealed class ActionScreen : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/{resource}/{id:guid}/actions/{action}", OpenAsync);
        admin.MapPost("/{resource}/{id:guid}/actions/{action}", RunAsync);
    }

    private static async Task<IResult> OpenAsync(
        string resource, Guid id, string action, HttpContext http, IResourceRegistry resources, FormDesk desk, IResourceTexts texts, CancellationToken cancellationToken)
    {
        var (model, verb) = Find(resources, resource, action);
        try
        {
            var form = await desk.OpenActionAsync(model, verb, id, cancellationToken);
            return Show(http, form, StatusCodes.Status200OK);
        }
        catch (BusinessException refusal)
        {
            return new RazorComponentResult<RefusedActionDialog>(new { Action = verb, Text = texts.ErrorOf(refusal.Code, refusal.Values) });
        }
    }

    private static async Task<IResult> RunAsync(
        string resource, Guid id, string action, HttpContext http, IResourceRegistry resources, FormDesk desk, IResourceCommands commands,
        IIdempotentRequests requests, IResourceTexts captions, IStringLocalizer<FormTexts> texts, AdminContext context, CancellationToken cancellationToken)
    {
        var (model, verb) = Find(resources, resource, action);
        var posted = await PostedForm.ReadAsync(http.Request, cancellationToken);
        var form = await desk.ReopenAsync(model, verb, id, posted, cancellationToken);
        try
        {
            var (input, _) = posted.Read(form, context.Zone);
            await requests.ExecuteAsync(
                $"action:{model.Name}:{id}:{verb.Name}:{context.StaffId}",
                posted.Token,
                posted.Texts.Where(x => verb.Fields.Any(f => f.Name == x.Key)).Select(x => $"{x.Key}={x.Value}").ToList(),
                stopping => commands.RunActionAsync(model, verb, id, input, posted.Version, stopping),
                cancellationToken);
        }
        catch (Exception refusal) when (posted.IsForm && refusal is InputValidationException or BusinessException or RowChangedException or ConcurrencyConflictException)
        {
            desk.Refuse(form, refusal);
            await desk.NameAsync(form, cancellationToken);
            return Show(http, form, StatusCodes.Status422UnprocessableEntity);
        }
        var done = texts["ActionDone", captions.Caption(verb)];
        if (!http.Request.IsFragment() || IsOnItsPage(context, model, id))
        {
            http.Response.ToastOnNextPage(ToastKind.Success, done);
            return http.GoTo($"{AdminScreens.Home}/{model.Name}/{id}");
        }
        http.Response.Toast(ToastKind.Success, done);
        http.Response.CloseDialog();
        http.Response.Trigger("row-changed", new { target = "body", resource = model.Name, id });
        return TypedResults.NoContent();
    }

    private static bool IsOnItsPage(AdminContext context, ResourceModel resource, Guid id) => context.Path == $"{AdminScreens.Home}/{resource.Name}/{id}";

    private static IResult Show(HttpContext http, RecordForm form, int status) => http.Request.IsFragment()
        ? new RazorComponentResult<ActionDialog>(new { Form = form }) { StatusCode = status }
        : new RazorComponentResult<ActionPage>(new { Form = form }) { StatusCode = status };

    private static (ResourceModel Resource, ActionModel Action) Find(IResourceRegistry resources, string resource, string action)
    {
        var model = resources.Get(resource);
        return (model, model.FindAction(action) ?? throw new EntityNotFoundException(typeof(ActionModel), action));
    }
}
