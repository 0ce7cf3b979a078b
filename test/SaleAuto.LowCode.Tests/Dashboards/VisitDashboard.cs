using SaleAuto.LowCode.Garage;

namespace SaleAuto.LowCode.Dashboards;

public class VisitDashboard : DashboardDefinition
{
    protected override void Define(DashboardBuilder dashboard)
    {
        dashboard.Name("garage");
        dashboard.Permission("SaleAuto.Dashboards.Garage", "owner");
        dashboard.Number<Visit>("Visits").On(x => x.Start);
        dashboard.Number<Visit>("Done").On(x => x.Start).Where(x => x.Status == VisitStatus.Done, "status.eq.Done");
        dashboard.Number<Visit>("Earned").On(x => x.Start).Sum(x => x.Price).Money();
        dashboard.Number<Visit>("DoneShare").On(x => x.Start).Share(x => x.Status == VisitStatus.Done);
        dashboard.Line<Visit>("ByDay").On(x => x.Start);
        dashboard.Donut<Visit>("ByStatus").On(x => x.Start).By(x => x.Status);
        dashboard.Table<Visit>("ByBranch").On(x => x.Start).By(x => x.BranchId);
        dashboard.Funnel<Visit>("Way").On(x => x.Start).Step("Planned", x => true).Step("Done", x => x.Status == VisitStatus.Done).Step("Paid", x => x.PaidOn != null);
    }
}

public class BrokenDashboard : DashboardDefinition
{
    protected override void Define(DashboardBuilder dashboard)
    {
        dashboard.Name("broken");
        dashboard.Number<Visit>("Timeless");
        dashboard.Bar<Visit>("Whole").On(x => x.Start);
        dashboard.Number<VisitJob>("Jobs").On(x => DateTime.MinValue);
    }
}
