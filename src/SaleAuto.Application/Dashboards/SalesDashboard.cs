using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Expenses;
using SaleAuto.Leads;
using SaleAuto.LowCode;
using SaleAuto.Resales;
using SaleAuto.Staff;

namespace SaleAuto.Dashboards;

/// <summary>How the buyout runs: requests, promises kept, meetings, money. The first page of owners.</summary>
public sealed class SalesDashboard : DashboardDefinition
{
    private const string NoDrafts = "status.ne.Draft";

    protected override void Define(DashboardBuilder dashboard)
    {
        dashboard.Name("sales");
        dashboard.Menu("Work", icon: "dashboard", order: 5);
        dashboard.Permission("SaleAuto.Dashboards.Sales", StaffRoles.Owner);

        dashboard.Number<Lead>("Leads").On(x => x.CreationTime).Where(x => x.Status != LeadStatus.Draft, NoDrafts);
        dashboard.Number<CallTask>("MissedCalls").On(x => x.PromisedAt).Where(x => x.WasMissed).LessIsBetter();
        dashboard.Number<Deal>("Deals").On(x => x.StartsAt);
        dashboard.Number<Lead>("Bought").On(x => x.CreationTime).Where(x => x.Status != LeadStatus.Draft).Share(x => x.Status == LeadStatus.Won);
        dashboard.Number<Resale>("Resold").On(x => x.ReceivedAt).Where(x => x.Status == ResaleStatus.Received || x.Status == ResaleStatus.Distributed).Sum(x => x.Amount).Money();
        dashboard.Number<Expense>("Spent").On(x => x.SpentOn).Sum(x => x.Amount).Money().LessIsBetter();
        dashboard.Line<Lead>("LeadsOverTime").On(x => x.CreationTime).Where(x => x.Status != LeadStatus.Draft, NoDrafts);
        dashboard.Funnel<Lead>("Way").On(x => x.CreationTime)
            .Where(x => x.CloseReason != LeadCloseReason.Duplicate)
            .Step("Confirmed", x => x.Status != LeadStatus.Draft)
            .Step("Called", x => x.History.Any(h => h.To == LeadStatus.InWork))
            .Step("DealPlanned", x => x.History.Any(h => h.To == LeadStatus.DealPlanned))
            .Step("Won", x => x.History.Any(h => h.To == LeadStatus.Won));
        dashboard.Bar<Lead>("ByStatus").On(x => x.CreationTime).Where(x => x.Status != LeadStatus.Draft, NoDrafts).By(x => x.Status);
        dashboard.Donut<Lead>("BySource").On(x => x.CreationTime).Where(x => x.Status != LeadStatus.Draft, NoDrafts).By(x => x.Source);
        dashboard.Table<Deal>("BySeller").On(x => x.StartsAt).By(x => x.SellerId);
        dashboard.Donut<Expense>("Expenses").On(x => x.SpentOn).Sum(x => x.Amount).Money().By(x => x.Category);
    }
}
