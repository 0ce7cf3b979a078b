using SaleAuto.Events;
using SaleAuto.Messages;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

/// <summary>Tells the other sellers of a meeting that its seller cannot attend, and who took it. Who is busy then is told so and gets no button.</summary>
internal sealed class NotifyOfReassignment(
    MessageWriter messages,
    DealWords words,
    IDealRepository deals,
    IReassignmentRepository requests,
    ISellerCalendarQuery calendar,
    IStaffDirectory staff) :
    ILocalEventHandler<ReassignmentRequestedEvent>,
    ILocalEventHandler<ReassignmentWithdrawnEvent>,
    ILocalEventHandler<DealRescheduledEvent>,
    ILocalEventHandler<DealReassignedEvent>
{
    public async Task HandleEventAsync(ReassignmentRequestedEvent asked, CancellationToken cancellationToken)
    {
        var request = await requests.GetAsync(asked.RequestId, cancellationToken);
        await AskOthersAsync(request, await deals.GetAsync(asked.DealId, cancellationToken), $"reassignment:{request.Id}", cancellationToken);
    }

    // Another time is another question: whoever was busy may be free now, and nobody takes a meeting at a time that they have not seen.
    public async Task HandleEventAsync(DealRescheduledEvent moved, CancellationToken cancellationToken)
    {
        if (await requests.FindOpenAsync(moved.DealId, cancellationToken) is { } request)
        {
            var deal = await deals.GetAsync(moved.DealId, cancellationToken);
            await AskOthersAsync(request, deal, $"reassignment-moved:{request.Id}:{deal.StartsAt:yyMMddHHmm}", cancellationToken);
        }
    }

    private async Task AskOthersAsync(ReassignmentRequest request, Deal deal, string key, CancellationToken cancellationToken)
    {
        var busy = (await calendar.GetAsync(deal.StartsAt, deal.EndsAt, cancellationToken)).Where(x => x.Busy.Count > 0).ToDictionary(x => x.SellerId, x => x.Busy[0].DealNumber);
        var reason = ("Reason", (object)request.Reason);
        var open = await messages.ButtonAsync("Seller.OpenReassignment", BotActionNames.OpenReassignment, request.Id, cancellationToken);
        var take = await messages.ButtonAsync("Seller.TakeDeal", BotActionNames.AcceptReassignment, request.Id, cancellationToken);
        var text = await words.TextAsync("Seller.ReassignmentRequested", deal, cancellationToken, reason);
        foreach (var seller in await OthersAsync([request.FromSellerId], cancellationToken))
        {
            var isBusy = busy.TryGetValue(seller.Id, out var ownDeal);
            await messages.TellAsync(
                [seller],
                isBusy ? await words.TextAsync("Seller.ReassignmentBusy", deal, cancellationToken, reason, ("OwnDealNumber", ownDeal!)) : text,
                key, deal.LeadId, isBusy ? [open] : [take, open], cancellationToken);
        }
    }

    public async Task HandleEventAsync(ReassignmentWithdrawnEvent withdrawn, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(withdrawn.DealId, cancellationToken);
        var text = await words.TextAsync("Seller.ReassignmentWithdrawn", deal, cancellationToken);
        await messages.TellAsync(await OthersAsync([deal.SellerId], cancellationToken), text, $"reassignment-withdrawn:{withdrawn.RequestId}", deal.LeadId, cancellationToken);
    }

    public async Task HandleEventAsync(DealReassignedEvent reassigned, CancellationToken cancellationToken)
    {
        var wasTaken = reassigned.StaffId == reassigned.ToSellerId;
        if (!wasTaken && await requests.FindOpenAsync(reassigned.DealId, cancellationToken) is null)
        {
            return; // a manager moved a deal that nobody had asked about
        }
        var deal = await deals.GetAsync(reassigned.DealId, cancellationToken);
        Guid[] told = wasTaken ? [reassigned.ToSellerId] : [reassigned.ToSellerId, reassigned.FromSellerId];
        var text = await words.TextAsync("Seller.ReassignmentTaken", deal, cancellationToken);
        await messages.TellAsync(await OthersAsync(told, cancellationToken), text, $"reassignment-taken:{deal.Id}:{deal.Version + 1}", deal.LeadId, cancellationToken);
    }

    private async Task<IReadOnlyList<StaffContact>> OthersAsync(IReadOnlyCollection<Guid> except, CancellationToken cancellationToken) =>
        [.. (await staff.GetByRoleAsync(StaffRoles.Seller, cancellationToken)).Where(x => !except.Contains(x.Id))];
}
