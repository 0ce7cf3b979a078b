using SaleAuto.Events;
using SaleAuto.Leads;

namespace SaleAuto.Calls;

/// <summary>What is due for a lead goes where the lead goes: to the one that it joined, back again, or anew when it is opened again.</summary>
internal sealed class MoveCallsWithLead(ICallTaskRepository calls, ILeadRepository leads, CallDeadlines deadlines) :
    ILocalEventHandler<LeadMergedEvent>,
    ILocalEventHandler<LeadUnmergedEvent>,
    ILocalEventHandler<LeadReopenedEvent>
{
    public async Task HandleEventAsync(LeadMergedEvent merged, CancellationToken cancellationToken)
    {
        var ofSurvivor = await calls.GetOpenAsync(merged.SurvivorId, cancellationToken);
        var survivor = await leads.GetAsync(merged.SurvivorId, cancellationToken);
        foreach (var task in await calls.GetOpenAsync(merged.LeadId, cancellationToken))
        {
            if (ofSurvivor.Count == 0 && survivor.Status != LeadStatus.DealPlanned)
            {
                task.MoveTo(merged.SurvivorId);
                ofSurvivor = [task];
                continue;
            }
            if (ofSurvivor.FirstOrDefault(x => x.Status == CallTaskStatus.Pending) is { } waiting && task.Status == CallTaskStatus.Pending)
            {
                waiting.Hasten(task.DueAt); // the client keeps the earlier of the two promises
            }
            task.Cancel(merged.At);
        }
    }

    public async Task HandleEventAsync(LeadUnmergedEvent unmerged, CancellationToken cancellationToken)
    {
        var moved = (await calls.GetOpenAsync(unmerged.SurvivorId, cancellationToken))
            .Where(x => x.MergedFromLeadId == unmerged.LeadId && x.Status == CallTaskStatus.Pending)
            .ToList();
        moved.ForEach(task => task.MoveTo(unmerged.LeadId));
        if (moved.Count == 0)
        {
            await PromiseAsync(unmerged.LeadId, unmerged.Kind, null, unmerged.At, cancellationToken);
        }
        var survivor = await leads.GetAsync(unmerged.SurvivorId, cancellationToken);
        if (survivor.IsOpen && survivor.Status != LeadStatus.DealPlanned && (await calls.GetOpenAsync(survivor.Id, cancellationToken)).Count == 0)
        {
            await PromiseAsync(survivor.Id, survivor.Kind, null, unmerged.At, cancellationToken);
        }
    }

    public Task HandleEventAsync(LeadReopenedEvent reopened, CancellationToken cancellationToken) =>
        PromiseAsync(reopened.LeadId, reopened.Kind, reopened.StaffId, reopened.At, cancellationToken, reopened.CallAt);

    private async Task PromiseAsync(Guid leadId, LeadKind kind, Guid? responsibleId, DateTime at, CancellationToken cancellationToken, DateTime? callAt = null)
    {
        var dueAt = callAt ?? await deadlines.GetAsync(kind, at, cancellationToken);
        calls.Insert(new CallTask(Guid.CreateVersion7(), leadId, CallTaskKind.Repeat, at, dueAt, responsibleId));
    }
}
