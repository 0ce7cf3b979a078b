using System.Diagnostics;

namespace SaleAuto.Hosting;

/// <summary>One structured line per request: method, route, status, time. The route stands for the address, because addresses hold ids and, mistyped, anything.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            NameSpan(context, route);
            Log.Request(logger, context.Request.Method, route, context.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    // The server's own span comes without name and tags.
    private static void NameSpan(HttpContext context, string route)
    {
        if (Activity.Current is not { } span)
        {
            return;
        }
        span.DisplayName = $"{context.Request.Method} {route}";
        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= 500)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms")]
        public static partial void Request(ILogger logger, string method, string route, int status, double milliseconds);
    }
}
