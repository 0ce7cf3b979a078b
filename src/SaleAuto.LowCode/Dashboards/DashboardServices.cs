using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

/// <summary>Registers dashboards and the history of rows.</summary>
public static class DashboardServices
{
    /// <summary>Adds what reads dashboards and histories; definitions are added one by one.</summary>
    internal static IServiceCollection AddDashboards(this IServiceCollection services)
    {
        services.TryAddSingleton<IDashboards, DashboardRegistry>();
        services.TryAddScoped<IDashboardReader, DashboardReader>();
        services.TryAddScoped<IResourceHistory, ResourceHistory>();
        services.AddSingleton<IPermissionDefinitionProvider, DashboardPermissions>();
        return services;
    }

    /// <summary>Adds a dashboard.</summary>
    public static IServiceCollection AddDashboard<TDefinition>(this IServiceCollection services)
        where TDefinition : DashboardDefinition => services.AddSingleton<DashboardDefinition, TDefinition>();
}

/// <summary>Permissions to see dashboards. Asked while the resources are tied together, so it needs none of them.</summary>
internal sealed class DashboardPermissions(IEnumerable<DashboardDefinition> dashboards) : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define() =>
        dashboards.Select(d => d.Describe().PermissionToSee).OfType<PermissionDefinition>().DistinctBy(p => p.Name);
}
