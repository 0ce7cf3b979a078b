using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Documents.Reports;
using SaleAuto.Reports;

namespace SaleAuto.Documents;

/// <summary>Wires what is printed.</summary>
public static class DocumentServices
{
    /// <summary>Adds the PDF writer.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddSingleton<IReportPdf, ReportPdf>();
}
