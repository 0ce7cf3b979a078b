using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Events;
using SaleAuto.Leads;
using SaleAuto.Staff;

namespace SaleAuto.Messages;

/// <summary>Tells the managers on duty of a client who waits for a call (notification matrix, domain facts 4).</summary>
internal sealed class NotifyManagersOfLead(MessageWriter messages, IStaffDirectory staff, ICallTaskRepository calls) :
    ILocalEventHandler<LeadConfirmedEvent>,
    ILocalEventHandler<LeadResubmittedEvent>
{
    public async Task HandleEventAsync(LeadConfirmedEvent confirmed, CancellationToken cancellationToken)
    {
        var (call, due) = await GetCallAsync(confirmed.LeadId, cancellationToken);
        var text = confirmed.Kind == LeadKind.Buyout
            ? await messages.TextAsync("Manager.BuyoutLead", cancellationToken, ("LeadNumber", confirmed.Number), ("Car", PlateNumber.Parse(confirmed.Plate!).Display), ("Due", due))
            : await messages.TextAsync("Manager.CallRequest", cancellationToken, ("LeadNumber", confirmed.Number), ("Due", due));
        await TellAsync(text, $"lead-confirmed:{confirmed.LeadId}", call, cancellationToken);
    }

    public async Task HandleEventAsync(LeadResubmittedEvent repeated, CancellationToken cancellationToken)
    {
        var (call, due) = await GetCallAsync(repeated.LeadId, cancellationToken);
        var text = await messages.TextAsync("Manager.Resubmitted", cancellationToken, ("LeadNumber", repeated.Number), ("Due", due));
        await TellAsync(text, $"lead-repeated:{repeated.DraftId}", call, cancellationToken);
    }

    // PromiseCall, registered before, saw to it that there is one.
    private async Task<(CallTask Call, DateTime Due)> GetCallAsync(Guid leadId, CancellationToken cancellationToken)
    {
        var call = (await calls.GetOpenAsync(leadId, cancellationToken))[0];
        return (call, await messages.ToLocalAsync(call.DueAt, cancellationToken));
    }

    private async Task TellAsync(WordedText text, string key, CallTask call, CancellationToken cancellationToken)
    {
        var take = await messages.ButtonAsync("Manager.TakeCall", BotActionNames.TakeCall, call.Id, cancellationToken);
        await messages.TellOfLeadAsync(await staff.GetManagersOnDutyAsync(cancellationToken), text, key, call.LeadId, cancellationToken, take);
    }
}
