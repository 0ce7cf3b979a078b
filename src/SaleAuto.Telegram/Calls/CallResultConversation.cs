using SaleAuto.Bot;
using SaleAuto.Leads;
using SaleAuto.Messages;

namespace SaleAuto.Calls;

/// <summary>What came of a call that ended without a new meeting.</summary>
internal sealed class CallResultConversation : Conversation<CallResultDraft>
{
    // Short enough for a button with the call's id.
    private static readonly Dictionary<CallOutcome, string> Codes = new()
    {
        [CallOutcome.Agreed] = "stands",
        [CallOutcome.NoAnswer] = "noanswer",
        [CallOutcome.Busy] = "busy",
        [CallOutcome.Thinking] = "thinking",
        [CallOutcome.Refused] = "refused",
        [CallOutcome.WrongNumber] = "wrong",
        [CallOutcome.SoldToCompetitor] = "lost",
        [CallOutcome.Duplicate] = "double",
        [CallOutcome.GivenUp] = "giveup",
    };

    public CallResultConversation()
    {
        StartsOn(CallActions.Result);
        Permission(CallPermissions.Work);
        ShowsInstead(BotActionNames.OpenCall);
        ExpiresAfter(TimeSpan.FromHours(12));
        Begin<HeldCalls>(async (draft, request, held, token) =>
        {
            draft.TaskId = (await held.GetAsync(request.RequiredId, token)).Call.TaskId;
            draft.Outcome = Codes.First(x => x.Value == request.Argument).Key;
        });
        Step<CallDuplicateStep>();
        Step<CallReasonStep>();
        Step<CallRepeatStep>();
        Step<CallNoteStep>();
        Finish<CallResultRecorder>((draft, recorder, token) => recorder.RecordAsync(draft, token));
    }

    public static string CodeOf(CallOutcome outcome) => Codes[outcome];
}

internal sealed class CallResultDraft
{
    public Guid TaskId { get; set; }

    public CallOutcome Outcome { get; set; }

    public Guid? OfLeadId { get; set; }

    public LeadCloseReason? Reason { get; set; }

    public DateTime? RepeatAt { get; set; }

    public string? Note { get; set; }

    public bool IsRepeated => Outcome is CallOutcome.NoAnswer or CallOutcome.Busy or CallOutcome.Thinking or CallOutcome.Refused;
}
