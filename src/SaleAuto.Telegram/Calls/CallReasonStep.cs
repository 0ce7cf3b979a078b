using SaleAuto.Bot;
using SaleAuto.Leads;

namespace SaleAuto.Calls;

/// <summary>Why calling on makes no sense.</summary>
internal sealed class CallReasonStep : ConversationStep<CallResultDraft>
{
    private static readonly LeadCloseReason[] Reasons =
        [LeadCloseReason.Refused, LeadCloseReason.Unreachable, LeadCloseReason.Spam, LeadCloseReason.ConsentWithdrawn];

    public override bool IsNeeded(CallResultDraft draft) => draft.Outcome == CallOutcome.GivenUp;

    public override BotReply Ask(CallResultDraft draft) =>
        BotReply.Of(ManagerTexts.Get("Result.Reason")).Grid(Reasons.Select(reason => BotButton.Choose(ManagerTexts.NameOf(reason), reason.ToString())));

    public override StepResult Read(BotMessage message, CallResultDraft draft)
    {
        if (!Enum.TryParse<LeadCloseReason>(message.Choice, out var reason))
        {
            return StepResult.Retry(ManagerTexts.Get("ChooseByButton"));
        }
        draft.Reason = reason;
        return StepResult.Next();
    }
}
