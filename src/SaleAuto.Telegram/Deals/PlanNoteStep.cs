using SaleAuto.Bot;

namespace SaleAuto.Deals;

/// <summary>What the seller should know.</summary>
internal sealed class PlanNoteStep : ConversationStep<PlanDealDraft>
{
    private const string None = "none";

    public override bool IsNeeded(PlanDealDraft draft) => !draft.HasNote;

    public override BotReply Ask(PlanDealDraft draft) => BotReply.Of(ManagerTexts.Get("Plan.Note")).Row(BotButton.Choose(ManagerTexts.Get("NoNote"), None));

    public override StepResult Read(BotMessage message, PlanDealDraft draft)
    {
        if (message.Choice != None && message.Text is null)
        {
            return StepResult.Retry(ManagerTexts.Get("WriteOrPress"));
        }
        if (message.Text?.Length > DealConsts.MaxNoteLength)
        {
            return StepResult.Retry(ManagerTexts.Get("TooLong", DealConsts.MaxNoteLength));
        }
        (draft.HasNote, draft.Note) = (true, message.Text);
        return StepResult.Next();
    }
}
