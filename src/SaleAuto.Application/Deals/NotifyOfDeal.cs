using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Events;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Settings;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

/// <summary>Tells client and seller of a meeting (notification matrix, domain facts 4). Times are those of the place.</summary>
internal sealed class NotifyOfDeal(
    MessageWriter messages,
    IDealRepository deals,
    ILeadRepository leads,
    IClientRepository clients,
    IStaffDirectory staff,
    ISettingProvider settings) :
    ILocalEventHandler<DealPlannedEvent>,
    ILocalEventHandler<DealRescheduledEvent>,
    ILocalEventHandler<DealReassignedEvent>,
    ILocalEventHandler<DealRejectedEvent>
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
        var effect = $"deal-moved:{deal.Version + 1}"; // each new plan is told of once
        await TellClientAsync(deal, "Client.DealMoved", effect, cancellationToken);
        await TellSellerAsync(deal, deal.SellerId, "Seller.DealMoved", effect, cancellationToken);
    }

    public async Task HandleEventAsync(DealReassignedEvent reassigned, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(reassigned.DealId, cancellationToken);
        var effect = $"deal-reassigned:{deal.Version + 1}";
        await TellSellerAsync(deal, reassigned.FromSellerId, "Seller.DealTakenAway", effect, cancellationToken);
        await TellSellerAsync(deal, reassigned.ToSellerId, "Seller.DealAssigned", effect, cancellationToken);
    }

    public async Task HandleEventAsync(DealRejectedEvent rejected, CancellationToken cancellationToken)
    {
        var deal = await deals.GetAsync(rejected.DealId, cancellationToken);
        await TellSellerAsync(deal, deal.SellerId, "Seller.DealCalledOff", "deal-rejected", cancellationToken);
    }

    private async Task TellClientAsync(Deal deal, string textName, string effect, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(deal.ClientId, cancellationToken);
        var company = await settings.GetAsync<CompanySettings>(cancellationToken);
        var seller = await staff.FindNameAsync(deal.SellerId, cancellationToken) ?? company.BrandName;
        var text = await messages.TextAsync(
            textName, cancellationToken,
            ("Brand", company.BrandName), ("Meeting", deal.LocalStart), ("Address", deal.Address), ("Seller", seller), ("CompanyPhone", company.Phone));
        await messages.TellClientAsync(client.Phone, text, $"{effect}:{deal.Id}:client", deal.LeadId, cancellationToken);
    }

    private async Task TellSellerAsync(Deal deal, Guid sellerId, string textName, string effect, CancellationToken cancellationToken)
    {
        if (await staff.FindAsync(sellerId, cancellationToken) is not { } seller)
        {
            return; // no chat linked: the seller finds the deal in the calendar
        }
        var lead = await leads.GetAsync(deal.LeadId, cancellationToken);
        var car = lead.Plate is { } plate ? PlateNumber.Parse(plate).Display : lead.Number;
        var text = await messages.TextAsync(
            textName, cancellationToken,
            ("DealNumber", deal.Number), ("Meeting", deal.LocalStart), ("Address", deal.Address), ("Car", car), ("Reason", deal.RejectionReason ?? ""));
        await messages.TellAsync([seller], text, $"{effect}:{deal.Id}", deal.LeadId, cancellationToken);
    }
}
