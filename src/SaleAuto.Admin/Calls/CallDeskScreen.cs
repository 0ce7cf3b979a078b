using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Shell;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Leads;

namespace SaleAuto.Admin.Calls;

/// <summary>The first page of a manager: the queue of promised calls, and the call at hand with its script and results.</summary>
internal sealed class CallDeskScreen : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/calls", ShowAsync);
        admin.MapGet("/calls/queue", ShowQueueAsync);
        admin.MapPost("/calls/{id:guid}/claim", ClaimAsync);
        admin.MapPost("/calls/{id:guid}/release", ReleaseAsync);
        admin.MapPost("/calls/{id:guid}/script", SaveScriptAsync);
        admin.MapGet("/calls/{id:guid}/sellers", ShowSellersAsync);
    }

    // A manager who opens the desk goes on with the call in hand.
    private static async Task<IResult> ShowAsync(Guid? task, bool? list, ICallDeskAppService desk, CancellationToken cancellationToken)
    {
        var queue = await desk.GetQueueAsync(cancellationToken);
        var shown = task ?? (list == true ? null : queue.Calls.FirstOrDefault(call => call.IsMine)?.TaskId);
        var call = shown is { } id ? await desk.GetAsync(id, cancellationToken) : null;
        return new RazorComponentResult<CallDeskPage>(new { Queue = queue, Call = call });
    }

    private static async Task<RazorComponentResult<CallQueue>> ShowQueueAsync(Guid? task, ICallDeskAppService desk, CancellationToken cancellationToken) =>
        new(new { Queue = await desk.GetQueueAsync(cancellationToken), Shown = task });

    private static async Task<IResult> ClaimAsync(Guid id, ICallDeskAppService desk, HttpContext http, CancellationToken cancellationToken)
    {
        await desk.ClaimAsync(id, cancellationToken);
        return http.GoTo(CallPaths.Open(id));
    }

    private static async Task<IResult> ReleaseAsync(Guid id, ICallDeskAppService desk, HttpContext http, IStringLocalizer<CallTexts> texts, CancellationToken cancellationToken)
    {
        await desk.ReleaseAsync(id, cancellationToken);
        http.Response.ToastOnNextPage(ToastKind.Info, texts["Released"]);
        return http.GoTo(CallPaths.Desk);
    }

    private static async Task<IResult> SaveScriptAsync(Guid id, ICallDeskAppService desk, HttpContext http, CancellationToken cancellationToken)
    {
        var posted = await PostedCall.ReadAsync(http.Request, cancellationToken);
        try
        {
            var input = new CallScriptInput
            {
                ConditionsExplained = posted.Flag(nameof(CallScriptInput.ConditionsExplained)),
                Name = posted.Text(nameof(CallScriptInput.Name)),
                Plate = posted.Text(nameof(CallScriptInput.Plate)),
                NamedPrice = posted.Amount(nameof(CallScriptInput.NamedPrice)),
                Opinion = posted.Choice<ClientOpinion>(nameof(CallScriptInput.Opinion)) ?? ClientOpinion.NoAnswer,
                ExpectedPrice = posted.Amount(nameof(CallScriptInput.ExpectedPrice)),
                MileageKm = posted.Integer(nameof(CallScriptInput.MileageKm)),
                Condition = posted.Choice<CarCondition>(nameof(CallScriptInput.Condition)),
                Source = posted.Choice<LeadSource>(nameof(CallScriptInput.Source)),
            };
            posted.EnsureReadable();
            var call = await desk.SaveScriptAsync(id, input, cancellationToken);
            return new RazorComponentResult<ScriptState>(new { Saved = call });
        }
        catch (InputValidationException wrong)
        {
            return new RazorComponentResult<ScriptState>(new { wrong.Errors }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private static async Task<RazorComponentResult<SellerChoice>> ShowSellersAsync(Guid id, HttpRequest request, IDealAppService deals, AdminContext context, CancellationToken cancellationToken)
    {
        var asked = new PostedCall(request.Query.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
        var input = new SellerDayInput
        {
            Date = asked.Day(nameof(PlanDealInput.Date)) ?? context.Today.AddDays(1),
            Time = asked.Time(nameof(PlanDealInput.Time)),
            TimeZone = asked.Text(nameof(PlanDealInput.TimeZone)),
            Minutes = asked.Integer(nameof(PlanDealInput.Minutes)),
        };
        return new(new { Days = await deals.GetSellerDaysAsync(input, cancellationToken), Chosen = asked.Id(nameof(PlanDealInput.SellerId)) });
    }
}
