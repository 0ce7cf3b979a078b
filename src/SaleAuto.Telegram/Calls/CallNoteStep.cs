using SaleAuto.Bot;

namespace SaleAuto.Calls;

/// <summary>What colleagues should know; the question tells once more what follows, for after it everything is recorded.</summary>
internal sealed class CallNoteStep(BotClock clock) : ConversationStep<CallResultDraft>
{
    private const string None = "none";

    public override async Task<BotReply> AskAsync(CallResultDraft draft, CancellationToken cancellationToken)
    {
        var follows = draft.Outcome switch
        {
            CallOutcome.Agreed => ManagerTexts.Get("Follows.Stands"),
            CallOutcome.WrongNumber => ManagerTexts.Get("Follows.Decision"),
            CallOutcome.SoldToCompetitor or CallOutcome.GivenUp => ManagerTexts.Get("Follows.Closed"),
            CallOutcome.Duplicate => ManagerTexts.Get("Follows.Joined"),
            _ when draft.RepeatAt is { } wished => ManagerTexts.Get("Follows.Call", await clock.TellAsync(wished, cancellationToken)),
            _ => ManagerTexts.Get("Follows.Rules"),
        };
        var result = draft.Reason is { } reason ? ManagerTexts.NameOf(reason) : ManagerTexts.NameOf(draft.Outcome);
        return BotReply.Of(ManagerTexts.Get("Result.Note", result, follows)).Row(BotButton.Choose(ManagerTexts.Get("NoNote"), None));
    }

    public override StepResult Read(BotMessage message, CallResultDraft draft)
    {
        if (message.Choice == None)
        {
            draft.Note = null;
            return StepResult.Next();
        }
        if (message.Text is not { } note)
        {
            return StepResult.Retry(ManagerTexts.Get("WriteOrPress"));
        }
        if (note.Length > CallConsts.MaxNoteLength)
        {
            return StepResult.Retry(ManagerTexts.Get("TooLong", CallConsts.MaxNoteLength));
        }
        draft.Note = note;
        return StepResult.Next();
    }
}
