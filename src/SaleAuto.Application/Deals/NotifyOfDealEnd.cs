using SaleAuto.Events;
using SaleAuto.Messages;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

/// <summary>Tells of the end of a deal: done to manager and seller; refused by a seller to all sellers with the reason (notification matrix, domain facts 4).</summary>
internal sealed class NotifyOfDealEnd(MessageWriter messages, DealWords words, IDealRepository deals, IStaffDirectory staff) :
    ILocalEventHandler<DealCompletedEvent>,
    ILocalEventHandler<DealRejectedEvent>
{
    public async Task HandleEventAsync(DealCompletedEvent completed, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(completed.DealId, cancellationToken);
        var price = ("Price", (object)Roubles.Of(deal.AgreedPrice));
        await TellManagerAsync(deal, await words.TextAsync("Manager.DealCompleted", deal, cancellationToken, price), "deal-completed", cancellationToken);
        await TellSellersAsync(
            await FindAsync(deal.SellerId, cancellationToken), deal, await words.TextAsync("Seller.DealCompleted", deal, cancellationToken, price), "deal-completed-seller", cancellationToken);
    }

    public async Task HandleEventAsync(DealRejectedEvent rejected, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(rejected.DealId, cancellationToken);
        var reason = ("Reason", (object)rejected.Reason);
        if (rejected.StaffId != deal.ManagerId && rejected.StaffId is not null)
        {
            await TellManagerAsync(deal, await words.TextAsync("Manager.DealRejected", deal, cancellationToken, reason), "deal-rejected-manager", cancellationToken);
        }
        if (deal.Status == DealStatus.RejectedBySeller)
        {
            var others = (await staff.GetByRoleAsync(StaffRoles.Seller, cancellationToken)).Where(x => x.Id != deal.SellerId);
            await TellSellersAsync(others, deal, await words.TextAsync("Seller.RejectionReason", deal, cancellationToken, reason), "deal-refused", cancellationToken);
        }
        else if (rejected.StaffId != deal.SellerId)
        {
            await TellSellersAsync(
                await FindAsync(deal.SellerId, cancellationToken), deal, await words.PlanTextAsync("Seller.DealCalledOff", deal, cancellationToken, reason), "deal-rejected", cancellationToken);
        }
    }

    private async Task TellManagerAsync(Deal deal, WordedText text, string effect, CancellationToken cancellationToken) =>
        await messages.TellOfDealAsync(await FindAsync(deal.ManagerId, cancellationToken), text, $"{effect}:{deal.Id}", deal, cancellationToken);

    private Task TellSellersAsync(IEnumerable<StaffContact> people, Deal deal, WordedText text, string effect, CancellationToken cancellationToken) =>
        messages.TellAsync(people, text, $"{effect}:{deal.Id}", deal.LeadId, cancellationToken);

    private async Task<IReadOnlyList<StaffContact>> FindAsync(Guid staffId, CancellationToken cancellationToken) =>
        await staff.FindAsync(staffId, cancellationToken) is { } person ? [person] : [];
}
