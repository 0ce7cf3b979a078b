using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Deals;
using SaleAuto.LowCode;
using SaleAuto.Staff;
using SaleAuto.Valuations;

namespace SaleAuto.Leads;

/// <summary>Requests of clients. A manager takes one down for a client who phones; from then on state and facts change by actions only: each keeps who, when and why.</summary>
public sealed class LeadResource : ResourceDefinition<Lead, StaffLeadInput>
{
    protected override void Define(ResourceBuilder<Lead, StaffLeadInput> lead)
    {
        lead.Menu("Sales", icon: "inbox", order: 10);
        lead.Permissions(LeadPermissions.Default, StaffRoles.Manager, StaffRoles.Owner);
        lead.Grant("Create", StaffRoles.Manager);
        lead.Grant("Export", StaffRoles.Owner);

        lead.Label(x => x.Number);
        lead.Column(x => x.Status).Badge();
        lead.Rollup<CallTask, Deal, bool>("withoutNextAction", (row, calls, deals, now) =>
            (row.Status == LeadStatus.New || row.Status == LeadStatus.Valued || row.Status == LeadStatus.InWork || row.Status == LeadStatus.Recall || row.Status == LeadStatus.DealPlanned)
            && !calls.Any(c => c.LeadId == row.Id && (c.Status == CallTaskStatus.Pending || c.Status == CallTaskStatus.InProgress))
            && !deals.Any(d => d.LeadId == row.Id && d.EndsAt > now
                && d.Status != DealStatus.Completed && d.Status != DealStatus.RejectedByClient && d.Status != DealStatus.RejectedBySeller)).Hidden();
        lead.Column(x => x.Name);
        lead.Column(x => x.Phone).Phone().Permission(ClientPermissions.Phone);
        lead.Column(x => x.Plate).Plate();
        lead.Rollup<Valuation, string?>("car", (row, valuations) => valuations.Where(v => v.LeadId == row.Id).Select(v => v.Make + " " + v.Model).FirstOrDefault());
        lead.Rollup<Valuation, decimal?>("offerHigh", (row, valuations) => valuations.Where(v => v.LeadId == row.Id).Select(v => v.OfferHigh).FirstOrDefault()).Money();
        lead.Column(x => x.NamedPrice).Money().Hidden();
        lead.Column(x => x.Opinion).Badge();
        lead.Column(x => x.ExpectedPrice).Money().Hidden();
        lead.Rollup<CallTask, DateTime?>("callDueAt", (row, calls) => calls
            .Where(c => c.LeadId == row.Id && (c.Status == CallTaskStatus.Pending || c.Status == CallTaskStatus.InProgress)).Min(c => (DateTime?)c.DueAt));
        lead.Column(x => x.Kind).Badge().Hidden();
        lead.Column(x => x.MileageKm).Hidden();
        lead.Column(x => x.Condition).Badge().Hidden();
        lead.Column(x => x.Source).Hidden();
        lead.Column(x => x.UtmSource).Hidden();
        lead.Column(x => x.CloseReason).Badge().Hidden();
        lead.Column(x => x.CreationTime).DefaultSortDescending();
        lead.Search(x => x.Number, x => x.Name, x => x.Phone, x => x.Plate);
        lead.Filter(x => x.Status);
        lead.Filter(x => x.Kind);
        lead.Filter(x => x.CreationTime);
        lead.Filter(x => x.Source).Secondary();
        lead.Filter(x => x.UtmSource).Secondary();
        lead.Filter("withoutNextAction");

        lead.Board(x => x.Status, ["number", "name", "car", "plate", "offerHigh", "callDueAt"],
            (LeadStatus.New, null), (LeadStatus.Valued, null), (LeadStatus.InWork, "TakeCall"), (LeadStatus.Recall, "Recall"),
            (LeadStatus.DealPlanned, null), (LeadStatus.Won, null), (LeadStatus.Lost, null), (LeadStatus.Closed, "Close"));
        lead.Related<CallTask>(x => x.LeadId);
        lead.Related<CallAttempt>(x => x.LeadId);
        lead.Related<Deal>(x => x.LeadId);
        lead.Related<Valuation>(x => x.LeadId);
        lead.Related<Messages.OutgoingMessage>(x => x.LeadId);

        lead.Field(x => x.Phone).Phone();
        lead.Field(x => x.Name);
        lead.Field(x => x.Plate).Plate();
        lead.Field(x => x.MileageKm);
        lead.Field(x => x.Condition);
        lead.Field(x => x.Source);
        lead.Field(x => x.CallAt);
        lead.Field(x => x.Note).Multiline();
        lead.Create<LeadIntake>((intake, id, input, token) => intake.TakeAsync(id, input, token));

        lead.Action("TakeCall").Icon("headset").Permission(CallPermissions.Work).GrantTo(StaffRoles.Manager)
            .VisibleWhen(x => x.Status == LeadStatus.New || x.Status == LeadStatus.Valued || x.Status == LeadStatus.Recall)
            .Run<LeadCalls>((calls, row, token) => calls.TakeAsync(row.Id, token));
        var recall = lead.Action<RecallLeadInput>("Recall").Icon("phone-outgoing").Permission(CallPermissions.Work).GrantTo(StaffRoles.Manager)
            .VisibleWhen(x => x.Status == LeadStatus.InWork || x.Status == LeadStatus.Lost
                || (x.Status == LeadStatus.Closed && x.StatusBeforeMerge == null && x.CloseReason != LeadCloseReason.Duplicate && x.CloseReason != LeadCloseReason.ConsentWithdrawn))
            .Run<ILeadWorkAppService>((leads, row, input, token) => leads.RecallAsync(row.Id, input, token));
        recall.Field(x => x.CallAt);
        recall.Field(x => x.Outcome);
        recall.Field(x => x.Note).Multiline();
        var correct = lead.Action<CallScriptInput>("Correct").Icon("edit").GrantTo(StaffRoles.Manager)
            .VisibleWhen(x => x.Status != LeadStatus.Won && x.Status != LeadStatus.Lost && x.Status != LeadStatus.Closed && x.Status != LeadStatus.Draft)
            .Prefill(CallScript.Of)
            .Run<ILeadWorkAppService>((leads, row, input, token) => leads.CorrectAsync(row.Id, input, token));
        correct.Field(x => x.Name);
        correct.Field(x => x.Plate).Plate();
        correct.Field(x => x.NamedPrice).Money();
        correct.Field(x => x.Opinion);
        correct.Field(x => x.ExpectedPrice).Money();
        correct.Field(x => x.MileageKm);
        correct.Field(x => x.Condition);
        correct.Field(x => x.Source);
        correct.Field(x => x.ConditionsExplained);
        var phone = lead.Action<ChangePhoneInput>("ChangePhone").Icon("phone").GrantTo(StaffRoles.Manager)
            .VisibleWhen(x => x.Status != LeadStatus.Won && x.Status != LeadStatus.Lost && x.Status != LeadStatus.Closed && x.Status != LeadStatus.Draft)
            .Run<PhoneCorrection>((phones, row, input, token) => phones.ChangeAsync(row, input, token));
        phone.Field(x => x.Phone).Phone();
        phone.Field(x => x.Reason).Multiline();
        var merge = lead.Action<MergeLeadInput>("Merge").Icon("git-merge").GrantTo(StaffRoles.Manager)
            .VisibleWhen(x => x.Status == LeadStatus.New || x.Status == LeadStatus.Valued || x.Status == LeadStatus.InWork || x.Status == LeadStatus.Recall)
            .Run<ILeadWorkAppService>((leads, row, input, token) => leads.MergeAsync(row.Id, input, token));
        merge.Field(x => x.IntoLeadId).Lookup<Lead>(x => x.Number);
        lead.Action("Unmerge").Icon("arrow-back-up").Permission(LeadPermissions.Merge).GrantTo(StaffRoles.Manager)
            .VisibleWhen(x => x.StatusBeforeMerge != null).Confirm()
            .Run<ILeadWorkAppService>((leads, row, token) => leads.UnmergeAsync(row.Id, token));
        var close = lead.Action<CloseLeadInput>("Close").Icon("archive").GrantTo(StaffRoles.Manager).Dangerous().Bulk()
            .VisibleWhen(x => x.Status != LeadStatus.Won && x.Status != LeadStatus.Lost && x.Status != LeadStatus.Closed && x.Status != LeadStatus.Draft)
            .Run<ILeadWorkAppService>((leads, row, input, token) => leads.CloseAsync(row.Id, input, token));
        close.Field(x => x.Reason);
        close.Field(x => x.Note).Multiline();
        var reopen = lead.Action<CallNoteInput>("Reopen").Icon("arrow-back-up").GrantTo(StaffRoles.Manager)
            .VisibleWhen(x => x.Status == LeadStatus.Lost || (x.Status == LeadStatus.Closed && x.StatusBeforeMerge == null))
            .Run<ILeadWorkAppService>((leads, row, input, token) => leads.ReopenAsync(row.Id, input, token));
        reopen.Field(x => x.Note).Multiline();
    }
}
