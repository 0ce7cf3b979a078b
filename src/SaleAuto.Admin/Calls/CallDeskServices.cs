using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Admin.Leads;
using SaleAuto.Admin.Records;
using SaleAuto.Admin.Reports;
using SaleAuto.Admin.Shell;
using SaleAuto.Calls;
using SaleAuto.Reports;

namespace SaleAuto.Admin.Calls;

internal static class CallDeskServices
{
    /// <summary>The call desk, first in the menu of whoever calls, and the report on what comes of the calls.</summary>
    public static IServiceCollection AddCallDesk(this IServiceCollection services) => services
        .AddAdminScreen<CallDeskScreen>()
        .AddAdminScreen<CallResultScreen>()
        .AddAdminScreen<SalesReportScreen>()
        .AddAdminScreen<LeadScreen>()
        .AddRecordPart(new RecordPart("leads", typeof(LeadPromise), RecordPartPlace.Top))
        .AddRecordPart(new RecordPart("leads", typeof(LeadOffer)))
        .AddRecordPart(new RecordPart("leads", typeof(LeadSimilar), RecordPartPlace.BeforeFields))
        .AddAdminPage(new AdminPage("Work", typeof(CallTexts), "Desk.Title", "phone-call", CallPaths.Desk, CallPermissions.Work, 10, OnPhone: true))
        .AddAdminPage(new AdminPage("Reports", typeof(CallTexts), "Report.Title", "filter", SalesReportScreen.Address, ReportPermissions.Sales, 20));
}
