using SaleAuto.Cars;
using SaleAuto.Leads;
using SaleAuto.Messages;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

/// <summary>Words messages about a deal with what they all may name: number, meeting by the clocks of the place, address, car, seller.</summary>
internal sealed class DealWords(MessageWriter messages, ILeadRepository leads, IStaffDirectory staff)
{
    // What one needs to get ready and to drive.
    private static readonly TimeSpan Preparation = TimeSpan.FromHours(2);

    /// <summary>A text about a deal.</summary>
    public async Task<WordedText> TextAsync(string name, Deal deal, CancellationToken cancellationToken, params IEnumerable<(string Name, object Value)> more)
    {
        var lead = await leads.GetAsync(deal.LeadId, cancellationToken);
        var car = lead.Plate is { } plate ? PlateNumber.Parse(plate).Display : lead.Number;
        var seller = await staff.FindNameAsync(deal.SellerId, cancellationToken) ?? "";
        return await messages.TextAsync(
            name, cancellationToken,
            [("DealNumber", deal.Number), ("Meeting", deal.LocalStart), ("Address", deal.Address), ("Car", car), ("Seller", seller), .. more]);
    }

    /// <summary>A text that tells who is to be where and when: it comes in quiet hours when the meeting is early in the morning.</summary>
    public async Task<WordedText> PlanTextAsync(string name, Deal deal, CancellationToken cancellationToken, params IEnumerable<(string Name, object Value)> more) =>
        await TextAsync(name, deal, cancellationToken, more) with { NeededBy = NeededBy(deal) };

    /// <summary>When the seller must know of the plan at the latest, UTC.</summary>
    public static DateTime NeededBy(Deal deal) => deal.StartsAt - Preparation;
}
