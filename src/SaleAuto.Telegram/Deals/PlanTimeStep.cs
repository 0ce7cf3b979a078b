using System.Globalization;
using SaleAuto.Bot;
using SaleAuto.Localization;

namespace SaleAuto.Deals;

/// <summary>At what time by the clocks of the place; offered are the full hours at which some seller is free.</summary>
internal sealed class PlanTimeStep(IDealAppService deals, BotClock clock) : ConversationStep<PlanDealDraft>
{
    private const string Format = "HH:mm";
    private const string OtherZone = "zone";

    public override bool IsNeeded(PlanDealDraft draft) => !draft.HasTime;

    public override async Task<BotReply> AskAsync(PlanDealDraft draft, CancellationToken cancellationToken)
    {
        var days = await deals.GetSellerDaysAsync(new SellerDayInput { Date = draft.Date, TimeZone = draft.TimeZone }, cancellationToken);
        var times = days.Sellers.SelectMany(seller => seller.Free).SelectMany(free => Starts(free, days.Minutes)).Distinct().Order().ToList();
        var day = days.Date.ToString("dd.MM", CultureInfo.CurrentCulture);
        return BotReply.Of(ManagerTexts.Get(times.Count == 0 ? "Plan.NoTime" : "Plan.Time", day, PlanZoneStep.NameOf(days.TimeZone)))
            .Grid(times.Select(time => time.ToString(Format, CultureInfo.InvariantCulture)).Select(time => BotButton.Choose(time, time)), perRow: 4)
            .Row(BotButton.Choose(ManagerTexts.Get("Plan.OtherZone"), OtherZone));
    }

    public override async Task<StepResult> ReadAsync(BotMessage message, PlanDealDraft draft, CancellationToken cancellationToken)
    {
        if (message.Choice == OtherZone)
        {
            draft.ChoosesZone = true;
            return StepResult.GoTo<PlanZoneStep>();
        }
        if (BotClock.FindTime(message.Choice ?? message.Text) is not { } time)
        {
            return StepResult.Retry(ManagerTexts.Get("Plan.TimeNotUnderstood"));
        }
        if (draft.Date!.Value.ToDateTime(time) <= await clock.NowAsync(draft.TimeZone, cancellationToken))
        {
            return StepResult.Retry(ErrorTexts.For(SaleAutoErrorCodes.Deals.InThePast));
        }
        (draft.Time, draft.HasTime, draft.HasSeller) = (time, true, false);
        return StepResult.Next();
    }

    private static IEnumerable<TimeOnly> Starts(FreeTimeDto free, int minutes)
    {
        for (var hour = free.From.Minute == 0 && free.From.Second == 0 ? free.From.Hour : free.From.Hour + 1; hour < 24; hour++)
        {
            if ((hour * 60) + minutes <= free.To.ToTimeSpan().TotalMinutes)
            {
                yield return new TimeOnly(hour, 0);
            }
        }
    }
}
