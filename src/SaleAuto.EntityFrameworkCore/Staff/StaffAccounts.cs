using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Staff;

/// <summary>Accounts of the staff: ASP.NET Core Identity over our database.</summary>
internal static class StaffAccounts
{
    public static void AddStaffAccounts(this IServiceCollection services) => services
        .AddIdentityCore<StaffMember>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

            // Length beats composition rules (OWASP ASVS 5.0, 6.2).
            identity.Password.RequiredLength = StaffConsts.MinPasswordLength;
            identity.Password.RequiredUniqueChars = 4;
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;

            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        })
        .AddPasswordValidator<KnownPasswordValidator>()
        .AddRoles<IdentityRole<Guid>>()
        .AddEntityFrameworkStores<SaleAutoDbContext>();
}
