using SaleAuto.Bot;
using SaleAuto.Leads;
using SaleAuto.Messages;

namespace SaleAuto.Calls;

/// <summary>What a manager may do with a call as it stands.</summary>
internal static class CallButtons
{
    public static BotReply Under(BotReply reply, CallDto call, bool mayOpenLead)
    {
        var id = call.Call.TaskId;
        var shown = call.Call switch
        {
            { Status: CallTaskStatus.Pending } => reply.Row(BotButton.Act(ManagerTexts.Get("Call.Take"), BotActionNames.TakeCall, id)),
            { IsMine: true } => Results(reply, call, id),
            { Status: CallTaskStatus.InProgress } => reply,
            _ when mayOpenLead => reply.Row(BotButton.Act(ManagerTexts.Get("Call.OpenLead"), LeadActions.Open, call.Call.LeadId)), // where another call may wait
            _ => reply,
        };
        return shown.Row(BotButton.Act(ManagerTexts.Get("Calls.Back"), CallActions.Queue), BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu));
    }

    private static BotReply Results(BotReply reply, CallDto call, Guid id)
    {
        var isPlanned = call.Call.LeadStatus == LeadStatus.DealPlanned;
        var mayRepeat = !isPlanned && call.Similar.Any(lead => lead.IsOpen);
        return (isPlanned ? reply.Row(Result(id, CallOutcome.Agreed)) : reply.Row(BotButton.Act(ManagerTexts.Get("Call.Plan"), CallActions.Plan, id)))
            .Row(Result(id, CallOutcome.NoAnswer), Result(id, CallOutcome.Busy))
            .Row(Result(id, CallOutcome.Thinking), Result(id, CallOutcome.Refused))
            .Row(Result(id, CallOutcome.WrongNumber), Result(id, CallOutcome.SoldToCompetitor))
            .Row([.. mayRepeat ? [Result(id, CallOutcome.Duplicate)] : Array.Empty<BotButton>(), Result(id, CallOutcome.GivenUp)])
            .Row(BotButton.Act(ManagerTexts.Get("Call.Release"), CallActions.Release, id));
    }

    private static BotButton Result(Guid id, CallOutcome outcome)
    {
        var caption = outcome switch
        {
            CallOutcome.Agreed => ManagerTexts.Get("Call.Stands"),
            CallOutcome.GivenUp => ManagerTexts.Get("Call.GiveUp"),
            _ => ManagerTexts.NameOf(outcome),
        };
        return BotButton.Act(caption, CallActions.Result, id, CallResultConversation.CodeOf(outcome));
    }
}
