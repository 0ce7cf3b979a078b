using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Requests;

/// <summary>
/// Answers 405 where the address exists for other methods only. Routing does so by itself, but for GET in Development:
/// there an endpoint for files that appear at run time takes every GET and then finds no file.
/// </summary>
internal static class WrongMethods
{
    /// <summary>Middleware for addresses that routing found nothing for.</summary>
    public static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null)
        {
            return next(context);
        }
        var allowed = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true && Matches(endpoint, context.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct()
            .Order()
            .ToList();
        if (allowed.Count == 0)
        {
            return next(context);
        }
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", allowed);
        return Task.CompletedTask;
    }

    private static bool Matches(RouteEndpoint endpoint, PathString path)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, values)
            && endpoint.RoutePattern.ParameterPolicies
                .Where(policies => policies.Value.Any(policy => policy.Content == "guid"))
                .All(policies => Guid.TryParse((string?)values[policies.Key], out _));
    }
}
