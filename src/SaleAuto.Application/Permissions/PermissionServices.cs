using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Permissions;

/// <summary>Roles and who may do what.</summary>
internal static class PermissionServices
{
    public static void AddPermissions(this IServiceCollection services)
    {
        services.AddSingleton<IPermissionDefinitionProvider, PermissionDefinitions>();
        services.AddSingleton<PermissionNames>();
        services.AddScoped<IPermissionAppService, PermissionAppService>();
        services.AddScoped<IRoleAppService, RoleAppService>();
    }
}
