using SaleAuto.Clients;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Validation;
using SaleAuto.Valuations;

namespace SaleAuto.Calls;

/// <summary>Records what came of a call, with everything that follows from it, in one transaction. A result sent twice counts once.</summary>
internal sealed class CallResults(
    ICallTaskRepository calls,
    IRepository<CallAttempt> attempts,
    ILeadRepository leads,
    LeadManager leadManager,
    ClientManager clients,
    IDealRepository deals,
    DealManager dealManager,
    MeetingTimes meetingTimes,
    IValuationRepository valuations,
    RepeatCalls repeatCalls,
    MessageWriter messages,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<CallResultDto> PlanDealAsync(Guid me, Guid taskId, PlanDealInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        var plan = await meetingTimes.ToPlanAsync(input, cancellationToken);
        return await EndAsync(me, taskId, CallOutcome.Agreed, input.CallNote, (task, lead, token) => PlanAsync(me, task, lead, input.SellerId!.Value, plan, token), cancellationToken);
    }

    public Task<CallResultDto> FailAsync(Guid me, Guid taskId, FailCallInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        PlannedCalls.EnsureFits(input.RepeatAt, nameof(input.RepeatAt), Now);
        var outcome = input.Outcome!.Value;
        return EndAsync(me, taskId, outcome, input.Note, (_, lead, token) => CallAgainAsync(me, lead, outcome, input.RepeatAt, input.Note, token), cancellationToken);
    }

    public Task<CallResultDto> ReportWrongNumberAsync(Guid me, Guid taskId, CallNoteInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return EndAsync(
            me, taskId, CallOutcome.WrongNumber, input.Note,
            (_, lead, token) => CallAgainAsync(me, lead, CallOutcome.WrongNumber, null, input.Note, token), cancellationToken);
    }

    public Task<CallResultDto> LoseAsync(Guid me, Guid taskId, CallNoteInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return EndAsync(
            me, taskId, CallOutcome.SoldToCompetitor, input.Note,
            async (_, lead, token) =>
            {
                if (await deals.FindOpenByLeadAsync(lead.Id, token) is { } deal)
                {
                    deal.RejectByClient(me, await messages.PhraseAsync("Deal.LeadClosed", token), Now);
                    await unitOfWork.SaveChangesAsync(token); // the meeting is off first: the lead goes back to calling and is lost from there
                }
                lead.Lose(me, Now);
            },
            cancellationToken);
    }

    public Task<CallResultDto> GiveUpAsync(Guid me, Guid taskId, GiveUpCallInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return EndAsync(me, taskId, CallOutcome.GivenUp, input.Note, (_, lead, _) => Do(() => lead.Close(input.Reason!.Value, me, input.Note, Now)), cancellationToken);
    }

    public Task<CallResultDto> MarkDuplicateAsync(Guid me, Guid taskId, DuplicateCallInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return EndAsync(
            me, taskId, CallOutcome.Duplicate, input.Note,
            (_, lead, token) => leadManager.MergeAsync(lead.Id, input.OfLeadId!.Value, me, Now, token), cancellationToken);
    }

    public Task<CallResultDto> ConfirmDealAsync(Guid me, Guid taskId, CallNoteInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return EndAsync(
            me, taskId, CallOutcome.Agreed, input.Note,
            (_, lead, _) => lead.Status == LeadStatus.DealPlanned
                ? Task.CompletedTask
                : throw new BusinessException(SaleAutoErrorCodes.Leads.WrongStatus).WithData("Status", lead.Status),
            cancellationToken);
    }

    /// <summary>Passes when the manager holds the call.</summary>
    public void EnsureMine(CallTask task, Guid me)
    {
        if (task.Status != CallTaskStatus.InProgress || task.ManagerId != me)
        {
            throw new BusinessException(SaleAutoErrorCodes.Calls.NotYours).WithData("Status", task.Status);
        }
    }

    private Task<CallResultDto> EndAsync(
        Guid me, Guid taskId, CallOutcome outcome, string? note, Func<CallTask, Lead, CancellationToken, Task> effect, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(
            async token =>
            {
                var task = await calls.GetAsync(taskId, token);
                var lead = await leads.GetAsync(task.LeadId, token);
                if (task.ManagerId == me && task.Outcome == outcome)
                {
                    return await TellAsync(task, lead, token); // a double click
                }
                EnsureMine(task, me);
                var learned = await calls.GetLearnedAsync(lead.Id, me, task.TakenAt!.Value, token);
                foreach (var other in await calls.GetOpenAsync(lead.Id, token))
                {
                    if (other.Id != task.Id)
                    {
                        other.Cancel(Now); // one talk answers all that was promised to this client
                    }
                }
                attempts.Insert(new CallAttempt(Guid.CreateVersion7(), task, me, outcome, note, learned, Now));
                task.Finish(outcome, Now);
                await effect(task, lead, token);
                await unitOfWork.SaveChangesAsync(token); // handlers have run: the answer tells what follows
                return await TellAsync(task, lead, token);
            },
            cancellationToken);

    private async Task PlanAsync(Guid me, CallTask task, Lead lead, Guid sellerId, MeetingPlan plan, CancellationToken cancellationToken)
    {
        if (lead.Plate is null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Leads.PlateMissing);
        }
        if (lead.ClientId is null)
        {
            lead.IdentifyClient((await clients.GetOrCreateAsync(PhoneNumber.Parse(lead.Phone), lead.Name, cancellationToken)).Id);
        }
        var valuation = await valuations.FindByLeadAsync(lead.Id, cancellationToken);
        var offer = lead.NamedPrice is { } named ? new OfferedPrice(named, named) : new OfferedPrice(valuation?.OfferLow, valuation?.OfferHigh);
        await dealManager.PlanAsync(lead, new DealParties(lead.Id, lead.ClientId!.Value, sellerId, me, task.Id), plan, offer, Now, cancellationToken);
    }

    private async Task CallAgainAsync(Guid me, Lead lead, CallOutcome outcome, DateTime? repeatAt, string? note, CancellationToken cancellationToken)
    {
        var next = await repeatCalls.SuggestAsync(lead.Id, outcome, Now, cancellationToken);
        var (kind, dueAt) = repeatAt is { } wished ? (CallTaskKind.Repeat, wished) : (next.Kind, next.DueAt);
        if (lead.Status == LeadStatus.InWork)
        {
            lead.PlanRecall(me, note, Now);
        }
        calls.Insert(new CallTask(Guid.CreateVersion7(), lead.Id, kind, Now, dueAt, me));
    }

    private async Task<CallResultDto> TellAsync(CallTask task, Lead lead, CancellationToken cancellationToken)
    {
        var deal = await deals.FindByCallTaskAsync(task.Id, cancellationToken);
        var next = (await calls.GetOpenAsync(lead.Id, cancellationToken)).FirstOrDefault();
        return new CallResultDto(lead.Id, lead.Number, lead.Status, task.Outcome!.Value, deal?.Id, deal?.Number, next?.DueAt, next?.Kind);
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
