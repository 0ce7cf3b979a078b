using SaleAuto.Calls;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Validation;

namespace SaleAuto.Leads;

internal sealed class LeadWorkAppService(
    StaffDoor door,
    ILeadRepository leads,
    LeadManager leadManager,
    ICallTaskRepository calls,
    IStaffDirectory staff,
    ISimilarLeadQuery similar,
    CallResults results,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : ILeadWorkAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<SimilarLeadDto>> GetSimilarAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await door.RequireAsync(LeadPermissions.Default, cancellationToken);
        return SimilarLeads.ToDtos(await similar.GetAsync(leadId, Now, cancellationToken), leadId);
    }

    public async Task MergeAsync(Guid duplicateId, MergeLeadInput input, CancellationToken cancellationToken)
    {
        var staffId = await door.RequireAsync(LeadPermissions.Merge, cancellationToken);
        InputValidator.Validate(input);
        await RunAsync(
            async token =>
            {
                await EnsureNobodyCallsAsync(duplicateId, staffId, token);
                await leadManager.MergeAsync(duplicateId, input.IntoLeadId!.Value, staffId, Now, token);
            },
            cancellationToken);
    }

    public async Task UnmergeAsync(Guid duplicateId, CancellationToken cancellationToken)
    {
        var staffId = await door.RequireAsync(LeadPermissions.Merge, cancellationToken);
        await RunAsync(token => leadManager.UnmergeAsync(duplicateId, staffId, Now, token), cancellationToken);
    }

    public async Task CorrectAsync(Guid leadId, CallScriptInput input, CancellationToken cancellationToken)
    {
        var staffId = await door.RequireAsync(LeadPermissions.Correct, cancellationToken);
        InputValidator.Validate(input);
        await RunAsync(
            async token => await leadManager.CorrectAsync(await leads.GetAsync(leadId, token), CallScript.ToCorrection(input), staffId, Now, token),
            cancellationToken);
    }

    public async Task CloseAsync(Guid leadId, CloseLeadInput input, CancellationToken cancellationToken)
    {
        var staffId = await door.RequireAsync(LeadPermissions.Close, cancellationToken);
        InputValidator.Validate(input);
        await RunAsync(
            async token => (await leads.GetAsync(leadId, token)).Close(input.Reason!.Value, staffId, input.Note, Now),
            cancellationToken);
    }

    public async Task ReopenAsync(Guid leadId, CallNoteInput input, CancellationToken cancellationToken)
    {
        var staffId = await door.RequireAsync(LeadPermissions.Reopen, cancellationToken);
        InputValidator.Validate(input);
        await RunAsync(token => leadManager.ReopenAsync(leadId, staffId, input.Note, callAt: null, Now, token), cancellationToken);
    }

    public async Task RecallAsync(Guid leadId, RecallLeadInput input, CancellationToken cancellationToken)
    {
        var staffId = await door.RequireAsync(CallPermissions.Work, cancellationToken);
        InputValidator.Validate(input);
        PlannedCalls.EnsureFits(input.CallAt, nameof(input.CallAt), Now);
        await RunAsync(
            async token =>
            {
                var lead = await leads.GetAsync(leadId, token);
                if (lead.Status == LeadStatus.InWork)
                {
                    var open = await calls.GetOpenAsync(leadId, token);
                    var held = open.FirstOrDefault(x => x.Status == CallTaskStatus.InProgress) ?? throw new BusinessException(SaleAutoErrorCodes.Calls.WrongStatus);
                    var fail = new FailCallInput { Outcome = input.Outcome ?? CallOutcome.Thinking, RepeatAt = input.CallAt, Note = input.Note };
                    await results.FailAsync(staffId, held.Id, fail, token);
                }
                else
                {
                    await door.RequireAsync(LeadPermissions.Reopen, token);
                    await leadManager.ReopenAsync(leadId, staffId, input.Note, input.CallAt, Now, token);
                }
            },
            cancellationToken);
    }

    public async Task<LeadPromiseDto> GetPromiseAsync(Guid leadId, CancellationToken cancellationToken)
    {
        await door.RequireAsync(LeadPermissions.Default, cancellationToken);
        var waiting = (await calls.GetOpenAsync(leadId, cancellationToken)).Where(x => x.Status == CallTaskStatus.Pending);
        return new LeadPromiseDto(
            await similar.IsWithoutNextActionAsync(leadId, Now, cancellationToken),
            waiting.Min(x => (DateTime?)x.DueAt));
    }

    private async Task EnsureNobodyCallsAsync(Guid leadId, Guid staffId, CancellationToken cancellationToken)
    {
        var open = await calls.GetOpenAsync(leadId, cancellationToken);
        if (open.FirstOrDefault(x => x.Status == CallTaskStatus.InProgress && x.ManagerId != staffId) is { } held)
        {
            throw new BusinessException(SaleAutoErrorCodes.Calls.TakenBy)
                .WithData("ManagerName", await staff.FindNameAsync(held.ManagerId!.Value, cancellationToken));
        }
    }

    private Task RunAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(
            async token =>
            {
                await action(token);
                return true;
            },
            cancellationToken);
}

internal static class SimilarLeads
{
    /// <summary>Rows as they look from one lead.</summary>
    public static IReadOnlyList<SimilarLeadDto> ToDtos(IEnumerable<SimilarLeadRow> rows, Guid leadId) =>
    [
        .. rows.Select(x => new SimilarLeadDto
        {
            Id = x.Id,
            Number = x.Number,
            Kind = x.Kind,
            Status = x.Status,
            CloseReason = x.CloseReason,
            CreatedAt = x.CreationTime,
            Name = x.Name,
            Plate = x.Plate,
            SamePhone = x.SamePhone,
            SamePlate = x.SamePlate,
            SameName = x.SameName,
            IsOpen = x.Status.IsOpen(),
            MayBeUnmerged = x.MayBeUnmerged && x.JoinedLeadId == leadId,
        }),
    ];
}
