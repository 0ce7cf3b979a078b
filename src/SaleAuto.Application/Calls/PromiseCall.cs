using SaleAuto.Events;
using SaleAuto.Leads;

namespace SaleAuto.Calls;

/// <summary>Every request becomes a call before a deadline; a repeated one makes it sooner, never later.</summary>
internal sealed class PromiseCall(ICallTaskRepository calls, CallDeadlines deadlines) :
    ILocalEventHandler<LeadConfirmedEvent>,
    ILocalEventHandler<LeadResubmittedEvent>
{
    public async Task HandleEventAsync(LeadConfirmedEvent confirmed, CancellationToken cancellationToken)
    {
        var dueAt = confirmed.CallAt ?? await deadlines.GetAsync(confirmed.Kind, confirmed.ConfirmedAt, cancellationToken);
        Promise(confirmed.LeadId, confirmed.Kind, confirmed.ConfirmedAt, dueAt);
    }

    public async Task HandleEventAsync(LeadResubmittedEvent repeated, CancellationToken cancellationToken)
    {
        var dueAt = repeated.CallAt ?? await deadlines.GetAsync(repeated.DraftKind, repeated.At, cancellationToken);
        var open = await calls.GetOpenAsync(repeated.LeadId, cancellationToken);
        if (open.Count == 0)
        {
            Promise(repeated.LeadId, repeated.DraftKind, repeated.At, dueAt);
        }
        else if (open[0].Status == CallTaskStatus.Pending)
        {
            open[0].Hasten(dueAt);
        }
    }

    private void Promise(Guid leadId, LeadKind kind, DateTime at, DateTime dueAt) => calls.Insert(new CallTask(
        Guid.CreateVersion7(), leadId, kind == LeadKind.Buyout ? CallTaskKind.FirstCall : CallTaskKind.Callback, at, dueAt));
}

/// <summary>Nobody calls about a closed lead.</summary>
internal sealed class CancelCallsOnLeadClosed(ICallTaskRepository calls, TimeProvider clock) : ILocalEventHandler<LeadClosedEvent>
{
    public async Task HandleEventAsync(LeadClosedEvent closed, CancellationToken cancellationToken)
    {
        foreach (var call in await calls.GetOpenAsync(closed.LeadId, cancellationToken))
        {
            call.Cancel(clock.GetUtcNow().UtcDateTime);
        }
    }
}
