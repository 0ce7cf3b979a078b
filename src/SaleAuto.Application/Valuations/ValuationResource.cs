using SaleAuto.Leads;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Valuations;

/// <summary>Computed prices; the evidence of each stands on the page of its lead.</summary>
public sealed class ValuationResource : ReadOnlyResourceDefinition<Valuation>
{
    protected override void Define(ResourceBuilder<Valuation, NoInput> valuation)
    {
        valuation.Menu("Sales", icon: "calculator", order: 60);
        valuation.Permissions("SaleAuto.Valuations", StaffRoles.Manager, StaffRoles.Owner);

        valuation.Column(x => x.LeadId).Reference<Lead>(lead => lead.Number);
        valuation.Column(x => x.Status).Badge();
        valuation.Label(x => x.Make);
        valuation.Column(x => x.Model);
        valuation.Column(x => x.Year);
        valuation.Column(x => x.MarketMedian).Money();
        valuation.Column(x => x.OfferLow).Money();
        valuation.Column(x => x.OfferHigh).Money();
        valuation.Column(x => x.SampleSize);
        valuation.Column(x => x.Confidence).Format("P0");
        valuation.Column(x => x.RequestedAt).DefaultSortDescending();
        valuation.Column(x => x.ComputedAt).Hidden();
        valuation.Column(x => x.ValidUntil).Hidden();
        valuation.Column(x => x.ManualReason);
        valuation.Column(x => x.MarketLow).Money().DetailOnly();
        valuation.Column(x => x.MarketHigh).Money().DetailOnly();
        valuation.Column(x => x.Vin).DetailOnly();
        valuation.Column(x => x.Attempts).DetailOnly();
        valuation.Filter(x => x.Status);
        valuation.Filter(x => x.RequestedAt);
        valuation.Filter(x => x.LeadId).Secondary();
    }
}
