using SaleAuto.Leads;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Calls;

/// <summary>Promised calls, open and ended; the daily work is done at the call desk.</summary>
public sealed class CallTaskResource : ReadOnlyResourceDefinition<CallTask>
{
    protected override void Define(ResourceBuilder<CallTask, NoInput> call)
    {
        call.Menu("Sales", icon: "phone", order: 40);
        call.Permissions("SaleAuto.CallTasks", StaffRoles.Manager, StaffRoles.Owner);

        call.Rollup<Lead, string?>("number", (row, leads) => leads.Where(l => l.Id == row.LeadId).Select(l => l.Number).FirstOrDefault()).DetailOnly();
        call.Column(x => x.LeadId).Reference<Lead>(lead => lead.Number);
        call.Column(x => x.Kind).Badge();
        call.Column(x => x.Status).Badge();
        call.Column(x => x.DueAt).DefaultSortDescending();
        call.Column("isLate", (x, now) => x.WasMissed || (x.Status == CallTaskStatus.Pending ? x.DueAt < now : x.TakenAt > x.DueAt));
        call.Column(x => x.ManagerId).Reference<StaffMember>(staff => staff.FullName);
        call.Column(x => x.ResponsibleId).Reference<StaffMember>(staff => staff.FullName).Hidden();
        call.Column(x => x.TakenAt).Hidden();
        call.Column(x => x.EndedAt).Hidden();
        call.Column(x => x.Outcome).Badge();
        call.Column(x => x.Reminders).Hidden();
        call.Column(x => x.Escalation).Hidden();
        call.Filter(x => x.Status);
        call.Filter(x => x.Kind);
        call.Filter(x => x.DueAt);
        call.Filter(x => x.ManagerId);
        call.Filter("isLate");
        call.Filter(x => x.LeadId).Secondary();

        call.Action("Claim").Icon("headset").Permission(CallPermissions.Work).GrantTo(StaffRoles.Manager).VisibleWhen(x => x.Status == CallTaskStatus.Pending)
            .Run<ICallDeskAppService>((desk, row, token) => desk.ClaimAsync(row.Id, token));
        call.Action("Release").Icon("arrow-back-up").Permission(CallPermissions.Work).GrantTo(StaffRoles.Manager).VisibleWhen(x => x.Status == CallTaskStatus.InProgress)
            .Run<ICallDeskAppService>((desk, row, token) => desk.ReleaseAsync(row.Id, token));
    }
}
