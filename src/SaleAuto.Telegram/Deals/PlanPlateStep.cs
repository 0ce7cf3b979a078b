using SaleAuto.Bot;
using SaleAuto.Cars;
using SaleAuto.Localization;

namespace SaleAuto.Deals;

/// <summary>The plate, where nobody asked for it yet: without one no deal is planned.</summary>
internal sealed class PlanPlateStep : ConversationStep<PlanDealDraft>
{
    public override bool IsNeeded(PlanDealDraft draft) => draft is { NeedsPlate: true, Plate: null };

    public override BotReply Ask(PlanDealDraft draft) => BotReply.Of(ManagerTexts.Get("Plan.Plate"));

    public override StepResult Read(BotMessage message, PlanDealDraft draft)
    {
        if (!PlateNumber.TryParse(message.Text, out var plate))
        {
            return StepResult.Retry(ErrorTexts.For(SaleAutoErrorCodes.Leads.PlateInvalid));
        }
        draft.Plate = plate.Value;
        return StepResult.Next();
    }
}
