using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Localization;

namespace SaleAuto.Admin.Shell;

/// <summary>What happens around every endpoint of the admin.</summary>
internal static class AdminFilters
{
    /// <summary>Loads what the components ask for.</summary>
    public static async ValueTask<object?> LoadContextAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        await context.HttpContext.RequestServices.GetRequiredService<AdminContext>().LoadAsync(context.HttpContext);
        return await next(context);
    }

    /// <summary>Refuses a change that did not come from our page, or came from one opened before the sign-in.</summary>
    public static async ValueTask<object?> RefuseForeignAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : await ExplainAsync(http, "StaleForm", StatusCodes.Status400BadRequest);
    }

    /// <summary>Turns an expected refusal into a page, or on a fragment into a toast that leaves the page as it is.</summary>
    public static async ValueTask<object?> ExplainRefusalsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (AuthorizationException denied)
        {
            if (denied.Permission is { } missing)
            {
                await http.RequestServices.GetRequiredService<IAuditTrail>()
                    .WriteAsync(new AuditRecord(AuditActions.AccessDenied, TargetType: "Permission", Note: missing), http.RequestAborted);
            }
            return await ExplainAsync(http, "Forbidden", StatusCodes.Status403Forbidden);
        }
        catch (EntityNotFoundException)
        {
            return await ExplainAsync(http, "NotFound", StatusCodes.Status404NotFound);
        }
        catch (ConcurrencyConflictException)
        {
            return await ExplainAsync(http, "Conflict", StatusCodes.Status409Conflict);
        }
        catch (BusinessException refusal)
        {
            var wait = (refusal as TooManyRequestsException)?.RetryAfter;
            return await ExplainAsync(http, "Refused", wait is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status429TooManyRequests, ErrorTexts.For(refusal.Code, refusal.Values, wait));
        }
        catch (InputValidationException wrong)
        {
            return await ExplainAsync(http, "Refused", StatusCodes.Status400BadRequest, string.Join(" ", wrong.Errors.Select(error => ErrorTexts.For(error.Code)).Distinct()));
        }
    }

    private static async Task<IResult> ExplainAsync(HttpContext http, string name, int status, string? text = null)
    {
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<AdminTexts>>();
        text ??= texts[$"{name}.Text"];
        if (http.Request.IsFragment())
        {
            http.Response.Toast(ToastKind.Danger, text);
            http.Response.Headers["HX-Reswap"] = "none";
            return TypedResults.StatusCode(status);
        }
        var context = http.RequestServices.GetRequiredService<AdminContext>();
        await context.LoadAsync(http); // the refusal may have come before it was loaded
        return new RazorComponentResult<RefusalPage>(new { Title = texts[$"{name}.Title"].Value, Text = text, Icon = status == StatusCodes.Status403Forbidden ? "lock" : "zoom-exclamation" }) { StatusCode = status };
    }
}
