using System.Globalization;
using SaleAuto.Bot;
using SaleAuto.Localization;

namespace SaleAuto.Deals;

/// <summary>On which day. Another day asks anew for time and seller.</summary>
internal sealed class PlanDayStep(BotClock clock) : ConversationStep<PlanDealDraft>
{
    private const int Days = 8;
    private const string Format = "yyyy-MM-dd";

    public override bool IsNeeded(PlanDealDraft draft) => draft.Date is null;

    public override async Task<BotReply> AskAsync(PlanDealDraft draft, CancellationToken cancellationToken)
    {
        var today = await TodayAsync(draft, cancellationToken);
        return BotReply.Of(ManagerTexts.Get("Plan.Day", today.AddDays(Days).ToString("dd.MM", CultureInfo.CurrentCulture))).Grid(
            Enumerable.Range(0, Days).Select(today.AddDays)
                .Select(day => BotButton.Choose(day.ToString("ddd dd.MM", CultureInfo.CurrentCulture), day.ToString(Format, CultureInfo.InvariantCulture))),
            perRow: 4);
    }

    public override async Task<StepResult> ReadAsync(BotMessage message, PlanDealDraft draft, CancellationToken cancellationToken)
    {
        var today = await TodayAsync(draft, cancellationToken);
        var day = DateOnly.TryParseExact(message.Choice, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var chosen)
            ? chosen
            : BotClock.FindDay(message.Text, today);
        if (day is not { } date)
        {
            return StepResult.Retry(ManagerTexts.Get("Plan.DayNotUnderstood", today.AddDays(1).ToString("dd.MM", CultureInfo.CurrentCulture)));
        }
        if (date < today || date > today.AddDays(DealConsts.MaxDaysAhead))
        {
            return StepResult.Retry(ErrorTexts.For(date < today ? SaleAutoErrorCodes.Deals.InThePast : SaleAutoErrorCodes.Deals.TooFarAhead));
        }
        (draft.Date, draft.HasTime, draft.HasSeller) = (date, false, false);
        return StepResult.Next();
    }

    private async Task<DateOnly> TodayAsync(PlanDealDraft draft, CancellationToken cancellationToken) =>
        DateOnly.FromDateTime(await clock.NowAsync(draft.TimeZone, cancellationToken));
}
