using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SaleAuto.Requests;

/// <summary>HEAD on the API answers what GET would, without the body.</summary>
public static class HeadRequests
{
    private static readonly object Mark = new();

    /// <summary>Lets endpoints for GET take HEAD too. Before routing. The server remembers that the request was HEAD and sends no body.</summary>
    public static IApplicationBuilder UseApiHead(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method) && context.Request.Path.StartsWithSegments("/api"))
        {
            context.Request.Method = HttpMethods.Get;
            context.Items[Mark] = true;
        }
        return next(context);
    });

    /// <summary>Whether only the headers are wanted: what is dear to write need not be written.</summary>
    internal static bool IsHead(HttpContext context) => context.Items.ContainsKey(Mark);
}
