using System.Data.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace SaleAuto.DevPanel;

/// <summary>The developers' panel under <c>/dev</c>: every row of every table, straight from the model. Off unless a login is configured.</summary>
public static class DeveloperPanel
{
    internal const string Home = "/dev";

    private const string Policy = "developer";
    private const long MostBytes = 8 * 1024 * 1024;

    /// <summary>Registers sign-in and services. The settings are checked at the start, so that a guessable password stops Production.</summary>
    public static IServiceCollection AddDeveloperPanel(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<DeveloperPanelOptions>().Bind(configuration.GetSection(DeveloperPanelOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeveloperPanelOptions>>(new ValidateDeveloperPanel(environment.IsProduction()));
        services.AddSingleton<FailedSignIns>();
        services.AddScoped<RowQuery>();
        services.AddScoped<RowWriter>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, DeveloperSignIn>(DeveloperSignIn.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(DeveloperSignIn.SchemeName)
            .RequireAuthenticatedUser());
        services.AddRateLimiter(limits => limits.AddPolicy<string, DeveloperRequestLimit>(DeveloperRequestLimit.Policy));
        return services;
    }

    /// <summary>Language and headers of the panel. After the site's own localization, before limits and authorization.</summary>
    public static IApplicationBuilder UseDeveloperPanel(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Home), panel => panel
            .UseRequestLocalization(DeveloperLanguage.Options)
            .Use(static (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.CacheControl = "no-store";
                headers.ContentSecurityPolicy =
                    "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                return next(context);
            }));

    /// <summary>Maps the pages, when there is a login for them.</summary>
    public static IEndpointRouteBuilder MapDeveloperPanel(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IOptions<DeveloperPanelOptions>>().Value.IsOn)
        {
            return endpoints;
        }
        var panel = endpoints.MapGroup(Home)
            .ExcludeFromDescription()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MostBytes))
            .RequireAuthorization(Policy)
            .RequireRateLimiting(DeveloperRequestLimit.Policy)
            .AddEndpointFilter(RefuseForeignAsync)
            .AddEndpointFilter(AnswerFaultsAsync);
        panel.MapPost("/language", DeveloperLanguage.ChangeAsync);
        panel.MapTables();
        panel.MapRows();
        return endpoints;
    }

    // Basic credentials go out with every request of the browser, so a foreign page could send forms in the developer's name.
    private static async ValueTask<object?> RefuseForeignAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsPost(http.Request.Method) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? MessagePage.Of("Stale", StatusCodes.Status400BadRequest)
            : await next(context);
    }

    private static async ValueTask<object?> AnswerFaultsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (DbException refusal)
        {
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DeveloperPanel)).DatabaseRefused(refusal.SqlState);
            return MessagePage.Of("Refused", StatusCodes.Status422UnprocessableEntity);
        }
    }

    private sealed class ValidateDeveloperPanel(bool isProduction) : IValidateOptions<DeveloperPanelOptions>
    {
        public ValidateOptionsResult Validate(string? name, DeveloperPanelOptions options) =>
            options.FindFault(isProduction) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}

internal static partial class DeveloperPanelLog
{
    // Without the message: it may hold values.
    [LoggerMessage(LogLevel.Warning, "The developers' panel was refused by the database: {State}")]
    public static partial void DatabaseRefused(this ILogger logger, string? state);
}
