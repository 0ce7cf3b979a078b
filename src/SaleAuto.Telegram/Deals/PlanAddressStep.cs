using SaleAuto.Bot;

namespace SaleAuto.Deals;

/// <summary>Where; a point on the map is kept beside the words.</summary>
internal sealed class PlanAddressStep : ConversationStep<PlanDealDraft>
{
    public override bool IsNeeded(PlanDealDraft draft) => draft.Address is null;

    public override BotReply Ask(PlanDealDraft draft) => BotReply.Of(ManagerTexts.Get("Plan.Address"));

    public override StepResult Read(BotMessage message, PlanDealDraft draft)
    {
        if (message.Location is { } place)
        {
            (draft.Latitude, draft.Longitude, draft.Address) = (place.Latitude, place.Longitude, null);
            return StepResult.Retry(ManagerTexts.Get("Plan.PointTaken"));
        }
        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return StepResult.Retry(ManagerTexts.Get("Plan.Address"));
        }
        if (message.Text.Length > DealConsts.MaxAddressLength)
        {
            return StepResult.Retry(ManagerTexts.Get("TooLong", DealConsts.MaxAddressLength));
        }
        if (draft.Address is not null) // another place: the point belonged to the one before
        {
            (draft.Latitude, draft.Longitude) = (null, null);
        }
        draft.Address = message.Text.Trim();
        return StepResult.Next();
    }
}
