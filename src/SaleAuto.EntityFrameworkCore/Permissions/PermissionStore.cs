using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;
using SaleAuto.Seeding;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Permissions;

/// <summary>Who may do what, kept in the database and in memory.</summary>
internal static class PermissionStore
{
    public static void AddPermissionStore(this IServiceCollection services)
    {
        services.AddSingleton<PermissionRegistry>();
        services.AddScoped<UserSwitch>();
        services.AddScoped<IUserSwitch>(provider => provider.GetRequiredService<UserSwitch>());
        services.AddSingleton<StaffAccountCache>();
        services.AddSingleton<IStaffAccounts>(provider => provider.GetRequiredService<StaffAccountCache>());
        services.AddSingleton<IRowChangeListener>(provider => provider.GetRequiredService<StaffAccountCache>());
        services.AddScoped<IStaffAccessProvider, StaffAccessProvider>();
        services.AddScoped<IStaffRoleQuery, StaffRoleQuery>();
        services.AddScoped<IPermissionGrantRepository, PermissionGrantRepository>();
        services.AddScoped<PermissionSeedContributor>();
        services.AddScoped<IDataSeedContributor>(provider => provider.GetRequiredService<PermissionSeedContributor>());
    }
}
