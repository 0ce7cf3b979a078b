using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Permissions;
using SaleAuto.Searching;

namespace SaleAuto.LowCode;

/// <summary>Registers resources and what works on them.</summary>
public static class LowCodeServices
{
    /// <summary>Registers readers and commands. The host gives <see cref="DbContext"/>, <see cref="IResourceTexts"/>, <see cref="ICompanyTime"/> and <see cref="IFileClaims"/>.</summary>
    public static IServiceCollection AddLowCode(this IServiceCollection services)
    {
        services.TryAddSingleton<BuiltResources>();
        services.TryAddSingleton<ResourceRegistry>();
        services.TryAddSingleton<IResourceRegistry>(provider => provider.GetRequiredService<ResourceRegistry>());
        services.AddSingleton<IPermissionDefinitionProvider, ResourcePermissions>();
        services.AddSingleton<ISearchTextSource, ResourceSearchTexts>();
        services.TryAddSingleton<QueryPlanner>();
        services.TryAddSingleton(provider => new ResourceTables(
            provider.GetRequiredService<IResourceRegistry>(), provider.GetRequiredService<QueryPlanner>(), provider.GetRequiredService<IServiceScopeFactory>()));
        services.TryAddScoped(provider => new Lazy<DbContext>(provider.GetRequiredService<DbContext>));
        services.TryAddScoped<QueryRunner>();
        services.TryAddScoped<RowLoader>();
        services.TryAddScoped<SearchTextFiller>();
        services.TryAddScoped<IResourceReader, ResourceReader>();
        services.TryAddScoped<IResourceCommands, ResourceCommands>();
        services.TryAddScoped<IResourceBulk, ResourceBulk>();
        services.AddDashboards();
        services.AddExport();
        services.TryAddScoped(provider => new ResourceChecks(
            provider.GetRequiredService<IResourceRegistry>(),
            provider.GetRequiredService<IResourceTexts>(),
            provider.GetRequiredService<DbContext>(),
            provider.GetRequiredService<QueryPlanner>()));
        return services;
    }

    /// <summary>Registers every definition of an assembly.</summary>
    public static IServiceCollection AddResourcesOf(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IResourceDefinition))))
        {
            services.AddSingleton(typeof(IResourceDefinition), type);
        }
        return services;
    }

    /// <summary>Stops the start when a definition of a resource or a dashboard cannot work.</summary>
    /// <exception cref="ResourceDefinitionException">Lists every fault, one sentence each.</exception>
    public static void CheckResources(this IServiceProvider services)
    {
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<ResourceChecks>().Run();
        scope.ServiceProvider.GetRequiredService<IDashboards>(); // built once; what cannot work throws
    }
}
