using SaleAuto.Events;
using SaleAuto.Messages;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

/// <summary>Asks managers and owners about a price that departs far from the offer, and tells the seller what they say.</summary>
internal sealed class NotifyOfPrice(MessageWriter messages, DealWords words, IDealRepository deals, IStaffDirectory staff) :
    ILocalEventHandler<DealApprovalAskedEvent>,
    ILocalEventHandler<DealApprovalAnsweredEvent>
{
    public async Task HandleEventAsync(DealApprovalAskedEvent asked, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(asked.DealId, cancellationToken);
        var text = await words.TextAsync(
            "Manager.PriceApproval", deal, cancellationToken, ("Offer", Roubles.Of(deal.OfferHigh)), ("Price", Roubles.Of(asked.Price)));
        var button = await messages.ButtonAsync("Manager.LookAtPrice", BotActionNames.OpenApproval, deal.Id, cancellationToken);
        var people = (await staff.GetManagersOnDutyAsync(cancellationToken)).Concat(await staff.GetByRoleAsync(StaffRoles.Owner, cancellationToken)).DistinctBy(x => x.Id).Where(x => x.Id != deal.SellerId);
        await messages.TellOfDealAsync(people, text, $"price-asked:{deal.Id}:{asked.At:yyMMddHHmmssfff}", deal, cancellationToken, button);
    }

    public async Task HandleEventAsync(DealApprovalAnsweredEvent answered, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(answered.DealId, cancellationToken);
        if (await staff.FindAsync(deal.SellerId, cancellationToken) is not { } seller)
        {
            return; // no chat linked: the seller sees it on the deal
        }
        var text = await words.TextAsync(
            answered.IsGranted ? "Seller.PriceGranted" : "Seller.PriceRefused", deal, cancellationToken,
            ("Price", Roubles.Of(answered.Price)), ("Manager", await staff.FindNameAsync(answered.StaffId, cancellationToken) ?? ""), ("Note", deal.ApprovalNote ?? "—"));
        var button = await messages.ButtonAsync("Seller.OpenDeal", BotActionNames.OpenDeal, deal.Id, cancellationToken);
        await messages.TellAsync([seller], text, $"price-answered:{deal.Id}:{answered.At:yyMMddHHmmssfff}", deal.LeadId, [button], cancellationToken);
    }
}
