using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SaleAuto.LowCode;

/// <summary>Registers exports.</summary>
internal static class ExportServices
{
    public static void AddExport(this IServiceCollection services)
    {
        services.TryAddScoped<IResourceExport, ResourceExport>();
        services.TryAddScoped<ITableExport, TableExport>();
    }
}
