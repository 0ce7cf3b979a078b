using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaleAuto.Auditing;
using SaleAuto.LowCode;

namespace SaleAuto.Errors;

/// <summary>Turns what is thrown under <c>/api</c> into problem details. Logs codes and routes, never values: they may be personal.</summary>
internal sealed partial class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.Path.StartsWithSegments("/api"))
        {
            return false;
        }
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        // The middleware took the endpoint away; the log of requests names it too.
        httpContext.SetEndpoint(httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint);
        if (exception is AuthorizationException { Permission: { } missing })
        {
            await httpContext.RequestServices.GetRequiredService<IAuditTrail>()
                .WriteAsync(new AuditRecord(AuditActions.AccessDenied, TargetType: "Permission", Note: missing), cancellationToken);
        }
        var problem = Describe(exception, httpContext);
        Log(exception, problem, httpContext.GetEndpoint()?.DisplayName);
        await problem.WriteAsync(httpContext, cancellationToken);
        return true;
    }

    private static ApiProblem Describe(Exception exception, HttpContext context) => exception switch
    {
        TooManyRequestsException refusal => new(429, refusal.Code) { RetryAfter = refusal.RetryAfter, Values = refusal.Values },
        // A refresh token is a credential: without a valid one the answer is "sign in", not "mend your data".
        BusinessException { Code: SaleAutoErrorCodes.SignIn.RefreshTokenInvalid } refusal => new(401, refusal.Code),
        BusinessException refusal => new(422, refusal.Code) { Values = refusal.Values },
        InputValidationException invalid => ApiFieldErrors.Describe(invalid.Errors),
        EntityNotFoundException => new(404, SaleAutoErrorCodes.Requests.NotFound),
        AuthorizationException { Permission: null } => new(401, SaleAutoErrorCodes.Requests.NotSignedIn),
        AuthorizationException => new(403, SaleAutoErrorCodes.Requests.Forbidden),
        RowChangedException => new(412, SaleAutoErrorCodes.Requests.NotTheVersion),
        ConcurrencyConflictException => new(409, SaleAutoErrorCodes.Requests.ChangedMeanwhile),
        BadHttpRequestException unreadable => ApiFieldErrors.Describe(unreadable, context),
        _ => new(500, SaleAutoErrorCodes.Requests.Unexpected),
    };

    private void Log(Exception exception, ApiProblem problem, string? endpoint)
    {
        if (problem.Status >= 500)
        {
            LogFailure(exception, endpoint);
        }
        else if (exception is BusinessException)
        {
            LogRefusal(endpoint, problem.Code);
        }
        else
        {
            LogFault(endpoint, problem.Status, problem.Code);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Endpoint} failed")]
    private partial void LogFailure(Exception exception, string? endpoint);

    [LoggerMessage(LogLevel.Warning, "{Endpoint} refused: {Code}")]
    private partial void LogRefusal(string? endpoint, string code);

    [LoggerMessage(LogLevel.Information, "{Endpoint} answered {Status}: {Code}")]
    private partial void LogFault(string? endpoint, int status, string code);
}
