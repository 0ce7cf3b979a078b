using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SaleAuto.Site.Failures;

/// <summary>Marks the endpoints whose visitors are people on the public site.</summary>
public sealed class PublicPageAttribute : Attribute;

/// <summary>Shows people a page in the site's own look where something went wrong. API and sandbox answers stay as they are.</summary>
public sealed partial class FriendlyPages(RequestDelegate next, ILogger<FriendlyPages> logger)
{
    /// <summary>Runs the request and replaces what would be a bare failure.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (IsPublic(context) && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFailure(logger, exception, context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            context.Response.Clear();
            await ShowAsync<FailedPage>(context, StatusCodes.Status500InternalServerError);
            return;
        }
        if (context.Response.StatusCode == StatusCodes.Status404NotFound && !context.Response.HasStarted && IsPublic(context))
        {
            await ShowAsync<NotFoundPage>(context, StatusCodes.Status404NotFound);
        }
    }

    /// <summary>Wraps a page: a form whose token is no longer good gets a page that sends it again instead of a bare 400.</summary>
    public static RequestDelegate OfferToSendAgain(RequestDelegate page) => async context =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            // The fields are only shown back to their sender; nothing is done with them before the next click.
            context.Features.Set<IAntiforgeryValidationFeature>(null);
            await ShowAsync<ExpiredPage>(context, StatusCodes.Status400BadRequest);
            return;
        }
        await page(context);
    };

    /// <summary>Whether the answer goes to a visitor of the public site.</summary>
    public static bool IsPublic(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null || IsNobodysAddress(context);

    private static bool IsNobodysAddress(HttpContext context) =>
        context.GetEndpoint() is null && HttpMethods.IsGet(context.Request.Method) && !context.Response.HasStarted
        && !context.Request.Path.StartsWithSegments("/api") && context.Response.ContentType is null;

    /// <summary>Answers with a page of the site. In a scope of its own: the page that failed may have begun to render in the request's.</summary>
    internal static async Task ShowAsync<TPage>(HttpContext context, int status)
    {
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.Response.Headers.Remove("blazor-enhanced-nav"); // the renderer adds it each time it starts
        try
        {
            await new RazorComponentResult<App>(new Dictionary<string, object?> { [nameof(App.Page)] = typeof(TPage) }) { StatusCode = status }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed: {Method} {Route}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string method, string? route);
}
