using System.Globalization;
using SaleAuto.Bot;
using SaleAuto.Localization;

namespace SaleAuto.Calls;

/// <summary>When to call again: by the rules, or when the client wishes.</summary>
internal sealed class CallRepeatStep(ICallDeskAppService desk, BotClock clock) : ConversationStep<CallResultDraft>
{
    private const string ByRules = "rules";
    private const string InAnHour = "hour";
    private const string Tomorrow = "tomorrow";

    private static readonly TimeSpan Morning = TimeSpan.FromHours(10);

    public override bool IsNeeded(CallResultDraft draft) => draft.IsRepeated;

    public override async Task<BotReply> AskAsync(CallResultDraft draft, CancellationToken cancellationToken)
    {
        var suggested = await desk.SuggestRepeatAsync(draft.TaskId, draft.Outcome, cancellationToken);
        var due = await clock.TellAsync(suggested.DueAt, cancellationToken);
        var example = (await clock.NowAsync(cancellationToken)).Date.AddDays(2).ToString("dd.MM", CultureInfo.CurrentCulture);
        return BotReply.Of(ManagerTexts.Get(suggested.NeedsDecision ? "Result.RepeatDecision" : "Result.Repeat", suggested.Failures, example))
            .Row(BotButton.Choose(ManagerTexts.Get(suggested.NeedsDecision ? "Result.Decide" : "Result.ByRules", due), ByRules))
            .Row(BotButton.Choose(ManagerTexts.Get("Result.InAnHour"), InAnHour), BotButton.Choose(ManagerTexts.Get("Result.Tomorrow"), Tomorrow));
    }

    public override async Task<StepResult> ReadAsync(BotMessage message, CallResultDraft draft, CancellationToken cancellationToken)
    {
        var now = await clock.NowAsync(cancellationToken);
        if (message.Choice == ByRules)
        {
            draft.RepeatAt = null;
            return StepResult.Next();
        }
        DateTime? wished = message.Choice switch
        {
            InAnHour => now.AddHours(1),
            Tomorrow => now.Date.AddDays(1) + Morning,
            _ => BotClock.FindMoment(message.Text, now),
        };
        if (wished is not { } moment)
        {
            return StepResult.Retry(ManagerTexts.Get("Result.RepeatNotUnderstood"));
        }
        if (moment <= now)
        {
            return StepResult.Retry(ErrorTexts.For(SaleAutoErrorCodes.Calls.RepeatInThePast));
        }
        if (moment > now.AddDays(CallConsts.MaxRepeatDays))
        {
            return StepResult.Retry(ErrorTexts.For(SaleAutoErrorCodes.Calls.RepeatTooFar));
        }
        draft.RepeatAt = await clock.ToUtcAsync(moment, cancellationToken);
        return StepResult.Next();
    }
}
