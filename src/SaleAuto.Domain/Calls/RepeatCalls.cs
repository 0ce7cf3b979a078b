using SaleAuto.Settings;

namespace SaleAuto.Calls;

/// <summary>Says when to call again after a failed call: sooner after the first, later after each further one, and not for ever.</summary>
public class RepeatCalls(ICallTaskRepository calls, ISettingProvider settings)
{
    /// <summary>What follows a call that fails now.</summary>
    public async Task<RepeatSuggestion> SuggestAsync(Guid leadId, CallOutcome outcome, DateTime now, CancellationToken cancellationToken)
    {
        var rules = await settings.GetAsync<CallSettings>(cancellationToken);
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var failed = await calls.GetFailedAsync(leadId, cancellationToken);
        var isLast = outcome == CallOutcome.WrongNumber
            || failed.Count + 1 >= rules.MostAttempts
            || (failed.FirstAt is { } first && now - first >= TimeSpan.FromDays(rules.MostDays));
        var minutes = isLast ? rules.DecisionMinutes
            : outcome is CallOutcome.NoAnswer or CallOutcome.Busy ? rules.RepeatMinutes[Math.Min(failed.Count, rules.RepeatMinutes.Count - 1)]
            : rules.RepeatAfterTalkMinutes;
        var dueAt = rules.WorkingHours.NextOpen(now.AddMinutes(minutes), zone);
        return new RepeatSuggestion(isLast ? CallTaskKind.Decision : CallTaskKind.Repeat, dueAt, failed.Count + 1);
    }
}

/// <summary>What follows a failed call.</summary>
/// <param name="Kind">A repeat call, or a manager's decision when the threshold is reached.</param>
/// <param name="DueAt">Until when, UTC.</param>
/// <param name="Failures">Failed calls of the lead with this one.</param>
public sealed record RepeatSuggestion(CallTaskKind Kind, DateTime DueAt, int Failures);
