using SaleAuto.Bot;

namespace SaleAuto.Deals;

/// <summary>The whole meeting once more: the client and the seller are told of it at once.</summary>
internal sealed class PlanConfirmStep : ConversationStep<PlanDealDraft>
{
    private const string Yes = "yes";
    private const string OtherDay = "day";
    private const string OtherSeller = "seller";

    public override BotReply Ask(PlanDealDraft draft) => PlannedMeeting.Describe(new CardLines().Add("Plan.Check"), draft).ToReply()
        .Row(BotButton.Choose(ManagerTexts.Get("Plan.Yes"), Yes))
        .Row(BotButton.Choose(ManagerTexts.Get("Plan.OtherDay"), OtherDay), BotButton.Choose(ManagerTexts.Get("Plan.OtherSeller"), OtherSeller));

    public override StepResult Read(BotMessage message, PlanDealDraft draft) => message.Choice switch
    {
        Yes when !draft.HasTime => StepResult.GoTo<PlanTimeStep>(), // the day was changed, and then nothing else
        Yes when !draft.HasSeller => StepResult.GoTo<PlanSellerStep>(),
        Yes => StepResult.Next(),
        OtherDay => StepResult.GoTo<PlanDayStep>(),
        OtherSeller => StepResult.GoTo<PlanSellerStep>(),
        _ => StepResult.Retry(ManagerTexts.Get("ChooseByButton")),
    };
}
