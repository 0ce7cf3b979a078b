using SaleAuto.Bot;

namespace SaleAuto.Deals;

/// <summary>By which city's clocks; asked only of whoever wants others than the company's.</summary>
internal sealed class PlanZoneStep : ConversationStep<PlanDealDraft>
{
    public override bool IsNeeded(PlanDealDraft draft) => draft.ChoosesZone;

    public override BotReply Ask(PlanDealDraft draft) =>
        BotReply.Of(ManagerTexts.Get("Plan.Zone")).Grid(MeetingTimeZones.All.Select(zone => BotButton.Choose(NameOf(zone), zone)), perRow: 2);

    public override StepResult Read(BotMessage message, PlanDealDraft draft)
    {
        if (!MeetingTimeZones.All.Contains(message.Choice))
        {
            return StepResult.Retry(ManagerTexts.Get("ChooseByButton"));
        }
        (draft.TimeZone, draft.ChoosesZone, draft.HasTime, draft.HasSeller) = (message.Choice, false, false, false);
        return StepResult.Next();
    }

    /// <summary>The city that people know the zone by.</summary>
    public static string NameOf(string zone) => MeetingTimeZones.All.Contains(zone) ? ManagerTexts.Get($"Zone.{zone}") : zone;
}
