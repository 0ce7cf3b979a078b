using Microsoft.AspNetCore.Http.HttpResults;
using SaleAuto.Admin;
using SaleAuto.Company;
using SaleAuto.Errors;
using SaleAuto.Leads;

namespace SaleAuto.Staff;

/// <summary>The minimal screens of managers under <c>/staff</c>. Pages are endpoints of their own, apart from the public site.</summary>
public static class StaffScreens
{
    internal const string Home = "/staff";
    internal const string SignInPath = StaffCookieAuthentication.SignInPath;

    /// <summary>Registers sign-in, policy and pages.</summary>
    public static IServiceCollection AddStaffScreens(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddRateLimiter(limits => limits.AddPolicy<string, StaffSignInLimit>(AdminScreens.SignInLimit));
        return services;
    }

    /// <summary>Language and headers of the staff pages. After the site's own localization, before limits and authorization.</summary>
    public static IApplicationBuilder UseStaffScreens(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Home), staff => staff
            .UseRequestLocalization(StaffLanguage.Options)
            .Use(static (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.CacheControl = "no-store"; // clients' phones
                headers.ContentSecurityPolicy =
                    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                return next(context);
            }));

    /// <summary>Maps the pages.</summary>
    public static IEndpointRouteBuilder MapStaffScreens(this IEndpointRouteBuilder endpoints)
    {
        // Here only the staff cookie says who somebody is: a client's session would mix into names and form tokens.
        var everybody = endpoints.MapGroup(Home).ExcludeFromDescription().RequireAuthorization(StaffCookieAuthentication.AnybodyByStaffCookie);
        everybody.MapGet("/signin", () => TypedResults.LocalRedirect(SignInPath));
        everybody.MapPost("/language", StaffLanguage.ChangeAsync).AddEndpointFilter(StaffForms.RefuseForeignAsync);

        var staff = everybody.MapGroup("").RequireAuthorization(StaffCookieAuthentication.Policy).AddEndpointFilter(AnswerRefusalsAsync);
        staff.MapGet("/", () => TypedResults.LocalRedirect("/staff/calls"));
        staff.MapGet("/calls", (IStaffLeadAppService leads, ICompanyProfile company, CancellationToken cancellationToken) =>
            ShowCallsAsync<CallsPage>(leads, company, cancellationToken));
        staff.MapGet("/calls/rows", (IStaffLeadAppService leads, ICompanyProfile company, CancellationToken cancellationToken) =>
            ShowCallsAsync<CallRows>(leads, company, cancellationToken));
        staff.MapGet("/leads", ShowLeadsAsync);
        staff.MapGet("/leads/{id:guid}", ShowLeadAsync);
        return endpoints;
    }

    private static async Task<RazorComponentResult<TPage>> ShowCallsAsync<TPage>(IStaffLeadAppService leads, ICompanyProfile company, CancellationToken cancellationToken)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var calls = await leads.GetOpenCallsAsync(cancellationToken);
        return new RazorComponentResult<TPage>(new { List = calls, Zone = await GetZoneAsync(company, cancellationToken) });
    }

    private static async Task<RazorComponentResult<LeadsPage>> ShowLeadsAsync(
        string? status, string? q, string? before, IStaffLeadAppService leads, ICompanyProfile company, CancellationToken cancellationToken)
    {
        // An unknown status is an old or mistyped address: it filters nothing.
        var input = new StaffLeadListInput
        {
            Status = Enum.TryParse<LeadStatus>(status, out var known) && Enum.IsDefined(known) ? known : null,
            Search = q,
            Before = before,
        };
        var page = await leads.GetListAsync(input, cancellationToken);
        return new RazorComponentResult<LeadsPage>(new { Input = input, Page = page, Zone = await GetZoneAsync(company, cancellationToken) });
    }

    private static async Task<RazorComponentResult<LeadPage>> ShowLeadAsync(Guid id, IStaffLeadAppService leads, ICompanyProfile company, CancellationToken cancellationToken)
    {
        var details = await leads.GetAsync(id, cancellationToken);
        return new RazorComponentResult<LeadPage>(new { Details = details, Zone = await GetZoneAsync(company, cancellationToken) });
    }

    private static async Task<TimeZoneInfo> GetZoneAsync(ICompanyProfile company, CancellationToken cancellationToken) =>
        TimeZoneInfo.FindSystemTimeZoneById((await company.GetAsync(cancellationToken)).TimeZone);

    private static async ValueTask<object?> AnswerRefusalsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (AuthorizationException)
        {
            return MessagePage.Of("Forbidden", StatusCodes.Status403Forbidden);
        }
        catch (EntityNotFoundException)
        {
            return MessagePage.Of("NotFound", StatusCodes.Status404NotFound);
        }
    }
}
