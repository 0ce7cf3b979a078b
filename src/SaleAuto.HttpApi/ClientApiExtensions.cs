using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Auditing;
using SaleAuto.Clients;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.OpenApi;
using SaleAuto.Requests;
using SaleAuto.Users;

namespace SaleAuto;

/// <summary>The client's REST API under <c>/api/client</c> and the sign-in that site and API share.</summary>
public static class ClientApiExtensions
{
    private const int MaxBodyBytes = 32 * 1024;

    /// <summary>Registers the client's sign-in (bearer tokens and cookies), <see cref="IClientCookies"/> and the current user. The scheme becomes the default one.</summary>
    public static IServiceCollection AddClientAuthentication(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddScoped<IRequestOrigin, RequestOrigin>();
        services.AddSingleton<ClientCookies>();
        services.AddSingleton<IClientCookies>(provider => provider.GetRequiredService<ClientCookies>());
        services.AddAuthentication(ClientAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, ClientAuthenticationHandler>(ClientAuthentication.Scheme, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(
            ClientAuthentication.Policy,
            policy => policy.AddAuthenticationSchemes(ClientAuthentication.Scheme).RequireClaim(ClientAuthentication.ClientIdClaim));
        return services;
    }

    /// <summary>Registers what the endpoints need: JSON, errors, limits, description. Sections <c>RateLimits</c> and <c>ForwardedHeaders</c>.</summary>
    public static IServiceCollection AddClientApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true); // so that one place answers all faults
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.AddAnonymousRateLimits(configuration);
        services.AddTrustedProxies(configuration);
        services.AddClientApiDescription();
        return services;
    }

    /// <summary>Errors and languages of everything under <c>/api</c>, and the limits. After forwarded headers and routing, before authentication.</summary>
    public static IApplicationBuilder UseClientApi(this IApplicationBuilder app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api =>
        {
            api.UseRequestLocalization(Localization());
            api.UseExceptionHandler();
            api.UseStatusCodePages(pages => Describe(pages.HttpContext).WriteAsync(pages.HttpContext, pages.HttpContext.RequestAborted));
            api.Use(WrongMethods.AnswerAsync);
        });
        return app.UseRateLimiter();
    }

    /// <summary>Maps the endpoints and their description at <c>/openapi/v1.json</c>.</summary>
    public static IEndpointRouteBuilder MapClientApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/client").WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));
        api.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store"; // tokens and personal data
            return next(context);
        });
        api.MapClientSignIn();
        api.MapClientLeads();
        endpoints.MapOpenApi();
        return endpoints;
    }

    // The address of an API has no language; only the header says it.
    private static RequestLocalizationOptions Localization() => new RequestLocalizationOptions { RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()] }
        .SetDefaultCulture("ru")
        .AddSupportedCultures("ru", "en")
        .AddSupportedUICultures("ru", "en");

    private static ApiProblem Describe(HttpContext context) => new(
        context.Response.StatusCode,
        context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => SaleAutoErrorCodes.Requests.NotSignedIn,
            StatusCodes.Status403Forbidden => SaleAutoErrorCodes.Requests.Forbidden,
            StatusCodes.Status404NotFound => SaleAutoErrorCodes.Requests.NotFound,
            StatusCodes.Status405MethodNotAllowed => SaleAutoErrorCodes.Requests.WrongMethod,
            >= 500 => SaleAutoErrorCodes.Requests.Unexpected,
            _ => SaleAutoErrorCodes.Requests.Invalid,
        });
}
