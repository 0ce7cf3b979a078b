using SaleAuto.Clients;
using SaleAuto.Events;
using SaleAuto.Messages;
using SaleAuto.Settings;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

/// <summary>Tells client and seller of a meeting (notification matrix, domain facts 4). Times are those of the place.</summary>
internal sealed class NotifyOfDeal(
    MessageWriter messages,
    DealWords words,
    IDealRepository deals,
    IClientRepository clients,
    IStaffDirectory staff,
    IOutgoingMessageRepository outgoing,
    ISettingProvider settings,
    TimeProvider clock) :
    ILocalEventHandler<DealPlannedEvent>,
    ILocalEventHandler<DealRescheduledEvent>,
    ILocalEventHandler<DealReassignedEvent>
{
    public async Task HandleEventAsync(DealPlannedEvent planned, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(planned.DealId, cancellationToken);
        await TellClientAsync(deal, "Client.DealAppointed", "deal-planned", cancellationToken);
        await TellSellerAsync(deal, deal.SellerId, "Seller.DealAssigned", "deal-planned", cancellationToken);
    }

    public async Task HandleEventAsync(DealRescheduledEvent moved, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(moved.DealId, cancellationToken);
        await ForgetEarlierPlansAsync(deal, cancellationToken);
        var effect = $"deal-moved:{deal.Version + 1}"; // each new plan is told of once
        await TellClientAsync(deal, "Client.DealMoved", effect, cancellationToken);
        await TellSellerAsync(deal, deal.SellerId, "Seller.DealMoved", effect, cancellationToken);
    }

    public async Task HandleEventAsync(DealReassignedEvent reassigned, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(reassigned.DealId, cancellationToken);
        await ForgetEarlierPlansAsync(deal, cancellationToken);
        var effect = $"deal-reassigned:{deal.Version + 1}";
        if (reassigned.StaffId != reassigned.ToSellerId) // of a deal that was taken over the first seller hears with the others
        {
            await TellSellerAsync(deal, reassigned.FromSellerId, "Seller.DealTakenAway", effect, cancellationToken);
        }
        await TellSellerAsync(deal, reassigned.ToSellerId, "Seller.DealAssigned", effect, cancellationToken);
    }

    // What still waits for the morning would come after the news, and tell of a plan that no longer holds.
    private async Task ForgetEarlierPlansAsync(Deal deal, CancellationToken cancellationToken)
    {
        foreach (var held in await outgoing.GetHeldAsync(deal.LeadId, ["deal-planned:", "deal-moved:", "deal-reassigned:"], clock.GetUtcNow().UtcDateTime, cancellationToken))
        {
            outgoing.Delete(held);
        }
    }

    private async Task TellClientAsync(Deal deal, string textName, string effect, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(deal.ClientId, cancellationToken);
        var company = await settings.GetAsync<CompanySettings>(cancellationToken);
        var text = await words.PlanTextAsync(
            textName, deal, cancellationToken, ("Brand", company.BrandName), ("CompanyPhone", company.Phone));
        await messages.TellClientAsync(client.Phone, text, $"{effect}:{deal.Id}:client", deal.LeadId, cancellationToken);
    }

    private async Task TellSellerAsync(Deal deal, Guid sellerId, string textName, string effect, CancellationToken cancellationToken)
    {
        if (await staff.FindAsync(sellerId, cancellationToken) is not { } seller)
        {
            return; // no chat linked: the seller finds the deal in the calendar
        }
        var text = await words.PlanTextAsync(textName, deal, cancellationToken);
        IReadOnlyList<MessageButton> buttons = sellerId == deal.SellerId && deal.Status == DealStatus.Assigned
            ? [await messages.ButtonAsync("Seller.Accept", BotActionNames.AcceptDeal, deal.Id, cancellationToken)]
            : [];
        await messages.TellAsync([seller], text, $"{effect}:{deal.Id}", deal.LeadId, buttons, cancellationToken);
    }
}
