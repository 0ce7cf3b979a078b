using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Files;
using SaleAuto.Imports;
using SaleAuto.Staff;

namespace SaleAuto.Resources;

/// <summary>The staff's REST API: every defined resource under <c>/api/app/{resource}</c>. Who may do what is checked by the services behind it.</summary>
public static class ResourceApi
{
    internal const string Root = StaffApi.Root;

    private const int MaxBodyBytes = 1024 * 1024;

    // A form wraps the file with a few lines.
    private const long FormMargin = 64 * 1024;

    /// <summary>Registers the limit of requests and the description.</summary>
    public static IServiceCollection AddResourceApi(this IServiceCollection services)
    {
        services.AddSingleton<StaffRequestLimit>();
        services.AddSingleton<OpenApi.ResourceApiDocument>();
        return services;
    }

    /// <summary>Maps the endpoints and their description at <c>/openapi/app.json</c>. An unknown resource is not found.</summary>
    public static IEndpointRouteBuilder MapResourceApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(Root).ExcludeFromDescription().RequireStaff().WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));
        api.AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.RequestServices.GetRequiredService<StaffRequestLimit>().Take(context.HttpContext);
            return await next(context);
        });
        api.MapGet("/search", SearchEndpoints.SearchAsync);
        api.MapFiles();
        api.MapOwnImports();
        var resource = api.MapGroup("/{resource}");
        resource.MapRecords();
        resource.MapChanges();
        resource.MapActions();
        resource.MapBulk();
        resource.MapLookups();
        resource.MapExport();
        resource.MapImports();
        endpoints.MapGet("/openapi/app.json", (OpenApi.ResourceApiDocument document) => TypedResults.Bytes(document.Utf8, "application/json")).ExcludeFromDescription();
        return endpoints;
    }

    /// <summary>Lets a request bring a file of that size.</summary>
    internal static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, long maxBytes) => endpoint
        .WithMetadata(new RequestSizeLimitAttribute(maxBytes + FormMargin))
        .WithFormOptions(multipartBodyLengthLimit: maxBytes + FormMargin)
        .DisableAntiforgery(); // the guard of the group has checked where the request comes from

    internal static RouteHandlerBuilder TakesUpload(this RouteHandlerBuilder endpoint) => endpoint.TakesFile(StoredFileConsts.MaxSize);

    internal static RouteHandlerBuilder TakesTable(this RouteHandlerBuilder endpoint) => endpoint.TakesFile(ImportConsts.MaxFileSize);
}
