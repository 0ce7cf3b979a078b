using SaleAuto.Bot;

namespace SaleAuto.Calls;

/// <summary>Which open request goes on.</summary>
internal sealed class CallDuplicateStep(ICallDeskAppService desk) : ConversationStep<CallResultDraft>
{
    public override bool IsNeeded(CallResultDraft draft) => draft.Outcome == CallOutcome.Duplicate;

    public override async Task<BotReply> AskAsync(CallResultDraft draft, CancellationToken cancellationToken)
    {
        var open = (await desk.GetAsync(draft.TaskId, cancellationToken)).Similar.Where(lead => lead.IsOpen).ToList();
        return BotReply.Of(ManagerTexts.Get(open.Count == 0 ? "Result.NoDouble" : "Result.Double"))
            .Grid(open.Select(lead => BotButton.Choose(string.Join(" · ", new[] { lead.Number, lead.Name, lead.Plate }.OfType<string>()), lead.Id.ToString())));
    }

    public override StepResult Read(BotMessage message, CallResultDraft draft)
    {
        if (!Guid.TryParse(message.Choice, out var leadId))
        {
            return StepResult.Retry(ManagerTexts.Get("ChooseByButton"));
        }
        draft.OfLeadId = leadId;
        return StepResult.Next();
    }
}
