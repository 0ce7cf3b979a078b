using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Company;
using SaleAuto.Permissions;
using SaleAuto.Staff;

namespace SaleAuto.Admin.Shell;

/// <summary>What every component of a page may ask about the request: who, when, in which time zone and look. Loaded before the page is rendered.</summary>
public sealed class AdminContext(TimeProvider time, ICompanyProfile company)
{
    /// <summary>The moment of the request, UTC.</summary>
    public DateTime Now { get; private set; }

    /// <summary>The company's time zone.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>What the person may do.</summary>
    public StaffAccess Access { get; private set; } = StaffAccess.Nobody;

    /// <summary>The signed-in staff member.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>Name of the signed-in staff member.</summary>
    public string StaffName { get; private set; } = "";

    /// <summary>Light, dark, or as the system says.</summary>
    public Theme Theme { get; private set; }

    /// <summary>Whether the side menu is narrow.</summary>
    public bool IsMenuNarrow { get; private set; }

    /// <summary>Address of the page for returning to it; for a fragment that of the page around it.</summary>
    public string Address { get; private set; } = AdminScreens.Home;

    /// <summary>Path of the page.</summary>
    public string Path => Address.Split('?')[0];

    /// <summary>The day in the company's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(Now));

    /// <summary>A moment in the company's time zone.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>Loads it for a request; the admin's own endpoints do it by themselves.</summary>
    public async Task LoadAsync(HttpContext http)
    {
        Now = time.GetUtcNow().UtcDateTime;
        Zone = TimeZoneInfo.FindSystemTimeZoneById((await company.GetAsync(http.RequestAborted)).TimeZone);
        StaffId = http.User.FindStaffId() ?? Guid.Empty;
        StaffName = http.User.Identity?.Name ?? "";
        Theme = AdminPreferences.ReadTheme(http.Request);
        IsMenuNarrow = AdminPreferences.ReadIsMenuNarrow(http.Request);
        Address = ReadAddress(http.Request);
        if (http.RequestServices.GetService<IStaffAccessProvider>() is { } access)
        {
            Access = await access.GetAsync(http.RequestAborted);
        }
    }

    private static string ReadAddress(HttpRequest request) =>
        request.IsFragment() && Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var page) && page.AbsolutePath.StartsWith(AdminScreens.Home, StringComparison.Ordinal)
            ? page.PathAndQuery
            : request.PathBase + request.Path + request.QueryString;
}
