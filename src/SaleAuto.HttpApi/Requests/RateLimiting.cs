using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaleAuto.Errors;

namespace SaleAuto.Requests;

internal static class RateLimiting
{
    public static void AddAnonymousRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RateLimits>().Bind(configuration.GetSection(RateLimits.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(limiter => limiter.OnRejected = RefuseAsync);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimits>>((limiter, limits) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            Add(limiter, RateLimits.Leads, limits.Value.LeadsPerMinute);
            Add(limiter, RateLimits.Codes, limits.Value.CodesPerMinute);
            Add(limiter, RateLimits.Tokens, limits.Value.TokensPerMinute);
            Add(limiter, RateLimits.Callbacks, limits.Value.CallbacksPerMinute);
        });
    }

    private static void Add(RateLimiterOptions limiter, string policy, int permits) =>
        limiter.AddPolicy(policy, context => MinuteLimit.Of(context, permits));

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken) =>
        await new ApiProblem(StatusCodes.Status429TooManyRequests, SaleAutoErrorCodes.Requests.TooMany) { RetryAfter = MinuteLimit.WaitOf(rejected) }
            .WriteAsync(rejected.HttpContext, cancellationToken);
}
