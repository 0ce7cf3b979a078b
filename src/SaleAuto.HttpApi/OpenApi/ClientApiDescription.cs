using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using SaleAuto.Clients;

namespace SaleAuto.OpenApi;

/// <summary>Describes the API at <c>/openapi/v1.json</c>: what types do not say, such as security, limits of waiting and examples.</summary>
internal static class ClientApiDescription
{
    private const string BearerScheme = "bearer";

    public static void AddClientApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = api => api.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(DescribeDocument);
            options.AddOperationTransformer(DescribeOperation);
            options.AddSchemaTransformer(ApiSchemas.DescribeAsync);
        });

    private static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "SaleAuto client API",
            Version = "1",
            Description = "Urgent car purchase: ask for an offer, confirm the phone, see the price range and the promised call.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        var address = context.ApplicationServices.GetRequiredService<IOptions<PublicAddress>>().Value;
        document.Servers = [new OpenApiServer { Url = address.PublicUrl.TrimEnd('/') }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Leads", Description = "Requests to buy a car and to be called" },
            new() { Name = "Sign-in", Description = "One-time codes by SMS, access and refresh tokens" },
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [BearerScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "The access token of a sign-in, 10 minutes",
            },
        };
        return Task.CompletedTask;
    }

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var needsSignIn = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any(x => x.Policy == ClientAuthentication.Policy);
        var bearer = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerScheme, context.Document)] = [] };
        operation.Security = needsSignIn ? [bearer]
            : operation.OperationId == "signOut" ? [bearer, new OpenApiSecurityRequirement()]
            : [new OpenApiSecurityRequirement()];
        if (operation.RequestBody?.Content?.Values.FirstOrDefault() is { Schema.OneOf: { Count: 2 } choices } body)
        {
            body.Schema = choices[1]; // a body that may be left out is not a null
        }
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            DescribeParameter(parameter);
        }
        foreach (var (status, response) in operation.Responses ?? [])
        {
            DescribeHeaders(status, (OpenApiResponse)response);
        }
        return Task.CompletedTask;
    }

    private static void DescribeParameter(OpenApiParameter parameter)
    {
        if (parameter.Name == "Idempotency-Key")
        {
            parameter.Description = "Chosen by the sender, kept for 24 hours: the same key and body get the same answer, another body is refused with 422.";
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255, Pattern = "^[!-~]+$" };
            parameter.Example = JsonValue.Create("0197c2f0-6f2a-7c1e-9d3b-5a4f1e2d3c4b");
        }
        else
        {
            parameter.Description = "Id of the lead; the id of a request that joined an older lead gives that lead.";
        }
    }

    private static void DescribeHeaders(string status, OpenApiResponse response)
    {
        var (name, header) = status switch
        {
            "201" => ("Location", Header("Where the lead is", "/api/client/leads/0197c2f0-6f2a-7c1e-9d3b-5a4f1e2d3c4b")),
            "401" => ("WWW-Authenticate", Header("Bearer, with an error when a token was sent", "Bearer error=\"invalid_token\"")),
            "429" => ("Retry-After", new OpenApiHeader { Description = "Seconds to wait", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" } }),
            _ => (null, null),
        };
        if (name is not null)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader> { [name] = header! };
        }
    }

    private static OpenApiHeader Header(string description, string example) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(example),
    };
}
