using SaleAuto.Leads;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Calls;

/// <summary>Calls made. They are facts: nobody changes them.</summary>
public sealed class CallAttemptResource : ReadOnlyResourceDefinition<CallAttempt>
{
    protected override void Define(ResourceBuilder<CallAttempt, NoInput> attempt)
    {
        attempt.Menu("Sales", icon: "history", order: 50);
        attempt.Permissions("SaleAuto.CallAttempts", StaffRoles.Manager, StaffRoles.Owner);

        attempt.Rollup<Lead, string?>("number", (row, leads) => leads.Where(l => l.Id == row.LeadId).Select(l => l.Number).FirstOrDefault()).DetailOnly();
        attempt.Column(x => x.At).DefaultSortDescending();
        attempt.Column(x => x.LeadId).Reference<Lead>(lead => lead.Number);
        attempt.Column(x => x.ManagerId).Reference<StaffMember>(staff => staff.FullName);
        attempt.Column(x => x.Outcome).Badge();
        attempt.Column(x => x.WasLate);
        attempt.Column(x => x.Note);
        attempt.Filter(x => x.At);
        attempt.Filter(x => x.Outcome);
        attempt.Filter(x => x.ManagerId);
        attempt.Filter(x => x.WasLate);
        attempt.Filter(x => x.LeadId).Secondary();
    }
}
