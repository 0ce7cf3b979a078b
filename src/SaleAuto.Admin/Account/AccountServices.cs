using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Admin.Records;
using SaleAuto.Admin.Settings;
using SaleAuto.Admin.Shell;
using SaleAuto.Leads;

namespace SaleAuto.Admin.Account;

/// <summary>Sign-in, profile, roles and permissions.</summary>
internal static class AccountServices
{
    public static void AddAccountScreens(this IServiceCollection services)
    {
        services.AddAdminScreen<SignInScreen>();
        services.AddAdminScreen<ProfileScreen>();
        services.AddAdminScreen<AccessScreen>();
        services.AddAdminScreen<PeopleScreen>();
        services.AddAdminScreen<SettingsScreen>();
        services.AddAdminScreen<MessageTextScreen>();
        services.AddAdminScreen<ConsentScreen>();
        services.AddRecordPart(new RecordPart("leads", typeof(LeadConsents), Order: 200, Permission: LeadPermissions.Default));
        services.AddRecordPart(new RecordPart("clients", typeof(ClientConsents), Order: 200, Permission: LeadPermissions.Default));
        services.AddAdminPage(new AdminPage("Settings", typeof(SettingsTexts), "Title", "settings", SettingsScreen.Home, SaleAutoPermissions.Settings.Default, Order: 10));
        services.AddAdminPage(new AdminPage("People", typeof(AccountTexts), "People.Title", "user-shield", PeopleScreen.Home, SaleAutoPermissions.ManageAccounts, Order: 50));
        services.AddAdminPage(new AdminPage("People", typeof(AccountTexts), "Roles.Title", "shield", AccessScreen.Home, SaleAutoPermissions.Permissions.Manage, Order: 60));
    }
}
