using SaleAuto.Accounting;
using SaleAuto.Clients;
using SaleAuto.Leads;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Deals;

/// <summary>Meetings to buy a car. They are planned at the call desk; a seller sees the own ones.</summary>
public sealed class DealResource : ReadOnlyResourceDefinition<Deal>
{
    protected override void Define(ResourceBuilder<Deal, NoInput> deal)
    {
        deal.Menu("Sales", icon: "calendar-event", order: 20);
        deal.Permissions("SaleAuto.Deals", StaffRoles.Manager, StaffRoles.Seller, StaffRoles.Owner);
        deal.RowFilter(StaffRoles.Seller, (row, person) => row.SellerId == person);

        deal.Label(x => x.Number);
        deal.Column(x => x.StartsAt).DefaultSortDescending();
        deal.Column(x => x.EndsAt).DetailOnly();
        deal.Column(x => x.TimeZone).DetailOnly();
        deal.Column(x => x.Status).Badge();
        deal.Column(x => x.SellerId).Reference<StaffMember>(staff => staff.FullName);
        deal.Column(x => x.Address);
        deal.Column(x => x.ClientId).Reference<Client>(client => client.Name);
        deal.Rollup<Client, string?>("clientPhone", (row, clients) => clients.Where(c => c.Id == row.ClientId).Select(c => c.Phone).FirstOrDefault()).Phone()
            .Permission(ClientPermissions.Phone);
        deal.Rollup<Lead, string?>("plate", (row, leads) => leads.Where(l => l.Id == row.LeadId).Select(l => l.Plate).FirstOrDefault()).Plate();
        deal.Column(x => x.LeadId).Reference<Lead>(lead => lead.Number).Hidden();
        deal.Column(x => x.OfferLow).Money().Hidden();
        deal.Column(x => x.OfferHigh).Money();
        deal.Column(x => x.ManagerId).Reference<StaffMember>(staff => staff.FullName).Hidden();
        deal.Column(x => x.Note).DetailOnly();
        deal.Column(x => x.AgreedPrice).Money();
        deal.Column(x => x.AcceptedAt).DetailOnly();
        deal.Column(x => x.OnTheWayAt).DetailOnly();
        deal.Column(x => x.MileageKm).DetailOnly();
        deal.Column(x => x.Condition).DetailOnly();
        deal.Column(x => x.Vin).DetailOnly();
        deal.Column(x => x.Approval).DetailOnly();
        deal.Column(x => x.ApprovalById).Reference<StaffMember>(staff => staff.FullName).DetailOnly();
        deal.Column(x => x.ApprovalNote).DetailOnly();
        deal.Column(x => x.PaidAmount).Money().DetailOnly();
        deal.Column(x => x.PaymentMethod).DetailOnly();
        deal.Column(x => x.PaymentPlaceId).Reference<CashPlace>(place => place.Name).DetailOnly();
        deal.Rollup<LedgerEntry, string?>("correctionReason", (row, entries) => entries
            .Where(e => e.DocumentId == row.Id && e.Kind == LedgerEntryKind.Buyout && e.ReversesId != null).OrderByDescending(e => e.PostedAt).Select(e => e.Reason).FirstOrDefault()).DetailOnly();
        deal.Column(x => x.PaymentEvidenceFileId).File().DetailOnly();
        deal.Column(x => x.PaidAt).DetailOnly();
        deal.Column(x => x.CompletedAt).DetailOnly();
        deal.Column(x => x.RejectionReason).DetailOnly();
        deal.Search(x => x.Number, x => x.Address);
        deal.Filter(x => x.Status);
        deal.Filter(x => x.StartsAt);
        deal.Filter(x => x.SellerId);
        deal.Filter(x => x.LeadId).Secondary();
        deal.Filter(x => x.ClientId).Secondary();
        deal.Related<PriceLine>(x => x.DealId);
        deal.Related<DealPhoto>(x => x.DealId);
        deal.Related<DealDefect>(x => x.DealId);
        deal.Related<DealDocument>(x => x.DealId);
        deal.Related<ReassignmentRequest>(x => x.DealId);
        deal.Related<DealTransition>(x => x.DealId);
        deal.Calendar(x => x.StartsAt, x => x.Number, end: "endsAt", lane: "sellerId", timeZone: "timeZone");

        var move = deal.Action<MoveDealInput>("Reschedule").Icon("calendar-time").GrantTo(StaffRoles.Manager).VisibleWhen(x =>
                x.Status == DealStatus.Assigned || x.Status == DealStatus.Accepted || x.Status == DealStatus.ReassignRequested)
            .Prefill(row => new MoveDealInput { StartsAt = row.StartsAt, Minutes = (int)(row.EndsAt - row.StartsAt).TotalMinutes, Address = row.Address, Note = row.Note })
            .Run<IDealAppService>((deals, row, input, token) => deals.MoveAsync(row.Id, input, token));
        move.Field(x => x.StartsAt);
        move.Field(x => x.Minutes);
        move.Field(x => x.Address);
        move.Field(x => x.Note).Multiline();
        var reassign = deal.Action<ReassignDealInput>("Reassign").Icon("switch-horizontal").GrantTo(StaffRoles.Manager).VisibleWhen(x =>
                x.Status == DealStatus.Assigned || x.Status == DealStatus.Accepted || x.Status == DealStatus.ReassignRequested)
            .Run<IDealAppService>((deals, row, input, token) => deals.ReassignAsync(row.Id, input, token));
        reassign.Field(x => x.SellerId).Lookup<StaffMember>(staff => staff.FullName);
        reassign.Field(x => x.Reason).Multiline();
        var cancel = deal.Action<CancelDealInput>("Cancel").Icon("circle-x").GrantTo(StaffRoles.Manager).Dangerous().VisibleWhen(x =>
                x.Status == DealStatus.Assigned || x.Status == DealStatus.Accepted || x.Status == DealStatus.ReassignRequested
                || x.Status == DealStatus.Inspection || x.Status == DealStatus.PriceAgreed)
            .Run<IDealAppService>((deals, row, input, token) => deals.CancelAsync(row.Id, input, token));
        cancel.Field(x => x.Reason).Multiline();
        var correct = deal.Action<CorrectPaymentInput>("CorrectPayment").Icon("pencil").GrantTo(StaffRoles.Owner).Dangerous()
            .VisibleWhen(x => x.Status == DealStatus.Paid || x.Status == DealStatus.Completed)
            .Prefill(row => new CorrectPaymentInput { Amount = row.PaidAmount, Method = row.PaymentMethod, PlaceId = row.PaymentPlaceId })
            .Run<CorrectionManager>((corrections, row, input, token) => corrections.CorrectPaymentAsync(
                row, new CorrectedPayment(input.Amount!.Value, input.Method!.Value, input.PlaceId), input.Reason!, token));
        correct.Field(x => x.Amount).Money();
        correct.Field(x => x.Method);
        correct.Field(x => x.PlaceId).Lookup<CashPlace>(place => place.Name);
        correct.Field(x => x.Reason).Multiline();
    }
}
