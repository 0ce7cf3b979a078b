using SaleAuto.Bot;

namespace SaleAuto.Calls;

/// <summary>Records a result and tells what follows.</summary>
internal sealed class CallResultRecorder(ICallDeskAppService desk, HeldCalls held, BotClock clock)
{
    public async Task<BotReply> RecordAsync(CallResultDraft draft, CancellationToken cancellationToken) =>
        await held.FindLostAsync(draft.TaskId, cancellationToken) ?? await TellAsync(await SaveAsync(draft, cancellationToken), cancellationToken);

    private Task<CallResultDto> SaveAsync(CallResultDraft draft, CancellationToken cancellationToken)
    {
        var (id, note) = (draft.TaskId, new CallNoteInput { Note = draft.Note });
        return draft.Outcome switch
        {
            CallOutcome.Agreed => desk.ConfirmDealAsync(id, note, cancellationToken),
            CallOutcome.WrongNumber => desk.ReportWrongNumberAsync(id, note, cancellationToken),
            CallOutcome.SoldToCompetitor => desk.LoseAsync(id, note, cancellationToken),
            CallOutcome.Duplicate => desk.MarkDuplicateAsync(id, new DuplicateCallInput { OfLeadId = draft.OfLeadId, Note = draft.Note }, cancellationToken),
            CallOutcome.GivenUp => desk.GiveUpAsync(id, new GiveUpCallInput { Reason = draft.Reason, Note = draft.Note }, cancellationToken),
            var failed => desk.FailAsync(id, new FailCallInput { Outcome = failed, RepeatAt = draft.RepeatAt, Note = draft.Note }, cancellationToken),
        };
    }

    private async Task<BotReply> TellAsync(CallResultDto result, CancellationToken cancellationToken)
    {
        var key = result switch
        {
            { NextCallKind: CallTaskKind.Decision } => "Result.RecordedDecision",
            { NextCallAt: not null } => "Result.RecordedNext",
            _ => "Result.Recorded",
        };
        var next = result.NextCallAt is { } at ? await clock.TellAsync(at, cancellationToken) : null;
        return BotReply.OfHtml(ManagerTexts.Get(key), result.LeadNumber, ManagerTexts.NameOf(result.Outcome), next)
            .Row(BotButton.Act(ManagerTexts.Get("Calls.Button"), CallActions.Queue), BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu));
    }
}
