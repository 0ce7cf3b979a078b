using SaleAuto.Cars;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

/// <summary>Words messages about a deal with what they all may name: number, meeting by the clocks of the place, address, car, seller.</summary>
internal sealed class DealWords(MessageWriter messages, ILeadRepository leads, IStaffDirectory staff)
{
    public async Task<string> TextAsync(string name, Deal deal, CancellationToken cancellationToken, params IEnumerable<(string Name, object Value)> more)
    {
        var lead = await leads.GetAsync(deal.LeadId, cancellationToken);
        var car = lead.Plate is { } plate ? PlateNumber.Parse(plate).Display : lead.Number;
        var seller = await staff.FindNameAsync(deal.SellerId, cancellationToken) ?? "";
        return await messages.TextAsync(
            name, cancellationToken,
            [("DealNumber", deal.Number), ("Meeting", deal.LocalStart), ("Address", deal.Address), ("Car", car), ("Seller", seller), .. more]);
    }
}
