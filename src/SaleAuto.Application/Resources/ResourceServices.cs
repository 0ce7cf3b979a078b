using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Dashboards;
using SaleAuto.LowCode;
using SaleAuto.Permissions;

namespace SaleAuto.Resources;

internal static class ResourceServices
{
    public static IServiceCollection AddResources(this IServiceCollection services)
    {
        services.AddLowCode();
        services.AddResourcesOf(typeof(ResourceServices).Assembly);
        services.AddDashboard<SalesDashboard>();
        services.AddSingleton<ProductTexts>();
        services.AddSingleton<IResourceTexts>(provider => provider.GetRequiredService<ProductTexts>());
        services.AddSingleton<IPermissionTextSource>(provider => provider.GetRequiredService<ProductTexts>());
        services.AddScoped<ICompanyTime, CompanyTime>();
        return services;
    }
}
