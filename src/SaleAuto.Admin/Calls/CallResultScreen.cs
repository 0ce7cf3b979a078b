using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using SaleAuto.Admin.Components;
using SaleAuto.Admin.Shell;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Localization;

namespace SaleAuto.Admin.Calls;

/// <summary>Dialogs of the results of a call. A refused one comes back with what was typed and the reason.</summary>
internal sealed class CallResultScreen : IAdminScreen
{
    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/calls/{id:guid}/result/{kind}", AskAsync);
        admin.MapPost("/calls/{id:guid}/result/{kind}", RecordAsync);
    }

    private static async Task<IResult> AskAsync(Guid id, CallResultKind kind, ICallDeskAppService desk, CancellationToken cancellationToken) =>
        await ShowAsync(id, kind, new PostedCall([]), [], desk, StatusCodes.Status200OK, cancellationToken);

    private static async Task<IResult> RecordAsync(
        Guid id, CallResultKind kind, ICallDeskAppService desk, HttpContext http, AdminContext context, IStringLocalizer<CallTexts> texts, CancellationToken cancellationToken)
    {
        var posted = await PostedCall.ReadAsync(http.Request, cancellationToken);
        try
        {
            var result = await ApplyAsync(id, kind, posted, desk, context, cancellationToken);
            http.Response.ToastOnNextPage(ToastKind.Success, Tell(result, context, texts));
            return http.GoTo(CallPaths.Desk);
        }
        catch (InputValidationException wrong)
        {
            return await ShowAsync(id, kind, posted, [.. wrong.Errors.Select(x => ErrorTexts.For(x.Code)).Distinct()], desk, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }
        catch (BusinessException refused)
        {
            return await ShowAsync(id, kind, posted, [ErrorTexts.For(refused.Code, refused.Values)], desk, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }
    }

    private static async Task<IResult> ShowAsync(
        Guid id, CallResultKind kind, PostedCall posted, IReadOnlyList<string> problems, ICallDeskAppService desk, int status, CancellationToken cancellationToken)
    {
        var call = await desk.GetAsync(id, cancellationToken);
        var repeat = kind == CallResultKind.Fail ? await desk.SuggestRepeatAsync(id, posted.Choice<CallOutcome>("Outcome") ?? CallOutcome.NoAnswer, cancellationToken) : null;
        return new RazorComponentResult<ResultDialog>(new { Call = call, Kind = kind, Posted = posted, Problems = problems, Repeat = repeat }) { StatusCode = status };
    }

    private static Task<CallResultDto> ApplyAsync(Guid id, CallResultKind kind, PostedCall posted, ICallDeskAppService desk, AdminContext context, CancellationToken cancellationToken)
    {
        var note = posted.Text("Note");
        switch (kind)
        {
            case CallResultKind.Deal:
                var deal = new PlanDealInput
                {
                    Date = posted.Day("Date"),
                    Time = posted.Time("Time"),
                    TimeZone = posted.Text("TimeZone"),
                    Minutes = posted.Integer("Minutes"),
                    Address = posted.Text("Address"),
                    SellerId = posted.Id("SellerId"),
                    Note = note,
                };
                posted.EnsureReadable();
                return desk.PlanDealAsync(id, deal, cancellationToken);
            case CallResultKind.Fail:
                var failed = new FailCallInput { Outcome = posted.Choice<CallOutcome>("Outcome"), RepeatAt = RepeatAt(posted, context), Note = note };
                posted.EnsureReadable();
                return desk.FailAsync(id, failed, cancellationToken);
            case CallResultKind.Duplicate:
                return desk.MarkDuplicateAsync(id, new DuplicateCallInput { OfLeadId = posted.Id("OfLeadId"), Note = note }, cancellationToken);
            case CallResultKind.GiveUp:
                return desk.GiveUpAsync(id, new GiveUpCallInput { Reason = posted.Choice<LeadCloseReason>("Reason"), Note = note }, cancellationToken);
            case CallResultKind.Lost:
                return desk.LoseAsync(id, new CallNoteInput { Note = note }, cancellationToken);
            case CallResultKind.WrongNumber:
                return desk.ReportWrongNumberAsync(id, new CallNoteInput { Note = note }, cancellationToken);
            default:
                return desk.ConfirmDealAsync(id, new CallNoteInput { Note = note }, cancellationToken);
        }
    }

    // Left as suggested, the settings decide; changed, the client asked for that time.
    private static DateTime? RepeatAt(PostedCall posted, AdminContext context)
    {
        if (posted.Day("RepeatDate") is not { } day || posted.Time("RepeatTime") is not { } time)
        {
            return null;
        }
        var local = day.ToDateTime(time);
        return context.Zone.IsInvalidTime(local) ? null : TimeZoneInfo.ConvertTimeToUtc(local, context.Zone);
    }

    private static string Tell(CallResultDto result, AdminContext context, IStringLocalizer<CallTexts> texts) => result switch
    {
        { DealNumber: { } deal } => texts["Done.Deal", deal, result.LeadNumber],
        { NextCallKind: CallTaskKind.Decision } => texts["Done.Decision", result.LeadNumber],
        { NextCallAt: { } next } => texts["Done.Repeat", result.LeadNumber, Display.Moment(context.Local(next), context.Today)],
        { Outcome: CallOutcome.Duplicate } => texts["Done.Duplicate", result.LeadNumber],
        _ => texts["Done.Closed", result.LeadNumber],
    };
}

/// <summary>What may come of a call.</summary>
public enum CallResultKind
{
    /// <summary>The meeting is agreed.</summary>
    Deal,

    /// <summary>No talk or no agreement.</summary>
    Fail,

    /// <summary>The car went to a competitor.</summary>
    Lost,

    /// <summary>The request repeats another one.</summary>
    Duplicate,

    /// <summary>The number is somebody else's.</summary>
    WrongNumber,

    /// <summary>Calling on makes no sense.</summary>
    GiveUp,

    /// <summary>The planned meeting stands.</summary>
    Stands,
}
