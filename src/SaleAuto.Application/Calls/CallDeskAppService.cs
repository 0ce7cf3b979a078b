using SaleAuto.Clients;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Validation;

namespace SaleAuto.Calls;

internal sealed class CallDeskAppService(
    StaffDoor door,
    ICallDeskQuery query,
    ISimilarLeadQuery similar,
    ICallTaskRepository calls,
    ILeadRepository leads,
    LeadManager leadManager,
    IStaffDirectory staff,
    RepeatCalls repeatCalls,
    CallResults results,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : ICallDeskAppService
{
    // Far more than a shift can call; a longer list would hide a flood rather than show it.
    private const int MostCalls = 100;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<CallQueueDto> GetQueueAsync(CancellationToken cancellationToken)
    {
        var me = await RequireAsync(cancellationToken);
        var rows = await query.GetQueueAsync(MostCalls, cancellationToken);
        var total = rows.Count < MostCalls ? rows.Count : await query.CountOpenAsync(cancellationToken);
        var showsPhone = await door.HasAsync(ClientPermissions.Phone, cancellationToken);
        return new CallQueueDto(Now, total, [.. rows.Select(x => CallMapper.ToDto(x, me, showsPhone, Now))]);
    }

    public async Task<CallDto> GetAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var me = await RequireAsync(cancellationToken);
        var row = await query.FindAsync(taskId, cancellationToken) ?? throw new EntityNotFoundException(typeof(CallTask), taskId);
        return CallMapper.ToDto(
            row,
            await query.GetAttemptsAsync(row.Call.LeadId, cancellationToken),
            await similar.GetAsync(row.Call.LeadId, Now, cancellationToken),
            me,
            await door.HasAsync(ClientPermissions.Phone, cancellationToken),
            Now);
    }

    public async Task<CallDto> ClaimAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var me = await RequireAsync(cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var task = await calls.GetAsync(taskId, token);
                await EnsureNobodyElseCallsAsync(task, me, token);
                var lead = await leads.GetAsync(task.LeadId, token);
                task.Take(me, Now);
                if (lead.Status is not (LeadStatus.InWork or LeadStatus.DealPlanned)) // a client whose meeting is planned may ask to be called, too
                {
                    lead.TakeIntoWork(me, Now);
                }
                return task.Id;
            },
            cancellationToken);
        return await GetAsync(taskId, cancellationToken);
    }

    public async Task ReleaseAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var me = await RequireAsync(cancellationToken);
        var mayReleaseAny = await door.HasAsync(CallPermissions.ReleaseAny, cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var task = await calls.GetAsync(taskId, token);
                if (task.Status == CallTaskStatus.Pending)
                {
                    return task.Id; // a double click
                }
                if (task.ManagerId != me && !mayReleaseAny)
                {
                    throw new BusinessException(SaleAutoErrorCodes.Calls.NotYours);
                }
                task.Release();
                var lead = await leads.GetAsync(task.LeadId, token);
                if (lead.Status == LeadStatus.InWork)
                {
                    lead.PutBack(me, Now);
                }
                return task.Id;
            },
            cancellationToken);
    }

    public async Task<CallDto> SaveScriptAsync(Guid taskId, CallScriptInput input, CancellationToken cancellationToken)
    {
        var me = await RequireAsync(cancellationToken);
        InputValidator.Validate(input);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var task = await calls.GetAsync(taskId, token);
                results.EnsureMine(task, me);
                var lead = await leads.GetAsync(task.LeadId, token);
                return await leadManager.CorrectAsync(lead, CallScript.ToCorrection(input), me, Now, token);
            },
            cancellationToken);
        return await GetAsync(taskId, cancellationToken);
    }

    public async Task<RepeatDto> SuggestRepeatAsync(Guid taskId, CallOutcome outcome, CancellationToken cancellationToken)
    {
        await RequireAsync(cancellationToken);
        var task = await calls.GetAsync(taskId, cancellationToken);
        var next = await repeatCalls.SuggestAsync(task.LeadId, outcome, Now, cancellationToken);
        return new RepeatDto(next.Kind == CallTaskKind.Decision, next.DueAt, next.Failures);
    }

    public async Task<CallResultDto> PlanDealAsync(Guid taskId, PlanDealInput input, CancellationToken cancellationToken) =>
        await results.PlanDealAsync(await RequireAsync(cancellationToken), taskId, input, cancellationToken);

    public async Task<CallResultDto> FailAsync(Guid taskId, FailCallInput input, CancellationToken cancellationToken) =>
        await results.FailAsync(await RequireAsync(cancellationToken), taskId, input, cancellationToken);

    public async Task<CallResultDto> LoseAsync(Guid taskId, CallNoteInput input, CancellationToken cancellationToken) =>
        await results.LoseAsync(await RequireAsync(cancellationToken), taskId, input, cancellationToken);

    public async Task<CallResultDto> MarkDuplicateAsync(Guid taskId, DuplicateCallInput input, CancellationToken cancellationToken) =>
        await results.MarkDuplicateAsync(await RequireAsync(cancellationToken), taskId, input, cancellationToken);

    public async Task<CallResultDto> ReportWrongNumberAsync(Guid taskId, CallNoteInput input, CancellationToken cancellationToken) =>
        await results.ReportWrongNumberAsync(await RequireAsync(cancellationToken), taskId, input, cancellationToken);

    public async Task<CallResultDto> GiveUpAsync(Guid taskId, GiveUpCallInput input, CancellationToken cancellationToken) =>
        await results.GiveUpAsync(await RequireAsync(cancellationToken), taskId, input, cancellationToken);

    public async Task<CallResultDto> ConfirmDealAsync(Guid taskId, CallNoteInput input, CancellationToken cancellationToken) =>
        await results.ConfirmDealAsync(await RequireAsync(cancellationToken), taskId, input, cancellationToken);

    private Task<Guid> RequireAsync(CancellationToken cancellationToken) => door.RequireAsync(CallPermissions.Work, cancellationToken);

    // The same client may have two tasks (asked again, requests joined): still only one manager talks to the person.
    private async Task EnsureNobodyElseCallsAsync(CallTask task, Guid me, CancellationToken cancellationToken)
    {
        var open = await calls.GetOpenAsync(task.LeadId, cancellationToken);
        if (open.FirstOrDefault(x => x.Status == CallTaskStatus.InProgress && x.ManagerId != me) is { } held)
        {
            throw new BusinessException(SaleAutoErrorCodes.Calls.TakenBy)
                .WithData("ManagerName", await staff.FindNameAsync(held.ManagerId!.Value, cancellationToken));
        }
    }
}
