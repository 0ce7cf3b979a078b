using SaleAuto.Calls;
using SaleAuto.Events;
using SaleAuto.Leads;
using SaleAuto.Messages;

namespace SaleAuto.Deals;

/// <summary>A meeting that came to nothing leads back to calling, under the manager who planned it (specification 1.3); of a closed lead nothing is due.</summary>
internal sealed class RecallOnDealRejected(ILeadRepository leads, ICallTaskRepository calls, CallDeadlines deadlines) : ILocalEventHandler<DealRejectedEvent>
{
    public async Task HandleEventAsync(DealRejectedEvent rejected, CancellationToken cancellationToken)
    {
        var lead = await leads.GetAsync(rejected.LeadId, cancellationToken);
        if (lead.Status != LeadStatus.DealPlanned)
        {
            return;
        }
        lead.PlanRecall(rejected.StaffId, rejected.Reason, rejected.At);
        if ((await calls.GetOpenAsync(lead.Id, cancellationToken)).Count == 0)
        {
            var dueAt = await deadlines.GetAsync(LeadKind.CallRequest, rejected.At, cancellationToken);
            calls.Insert(new CallTask(Guid.CreateVersion7(), lead.Id, CallTaskKind.Repeat, rejected.At, dueAt, rejected.ManagerId));
        }
    }
}

/// <summary>Nobody drives to the client of a closed lead.</summary>
internal sealed class CancelDealOnLeadClosed(IDealRepository deals, MessageWriter messages, TimeProvider clock) : ILocalEventHandler<LeadClosedEvent>
{
    public async Task HandleEventAsync(LeadClosedEvent closed, CancellationToken cancellationToken)
    {
        if (await deals.FindOpenByLeadAsync(closed.LeadId, cancellationToken) is { } deal)
        {
            deal.RejectByClient(null, await messages.PhraseAsync("Deal.LeadClosed", cancellationToken), clock.GetUtcNow().UtcDateTime);
        }
    }
}
