using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SaleAuto.Errors;

namespace SaleAuto.OpenApi;

/// <summary>What the description of the API says of an endpoint beside its types.</summary>
internal static class EndpointDescriptions
{
    /// <summary>Names the endpoint for generated clients and readers.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string id, string summary, string description) =>
        endpoint.WithName(id).WithSummary(summary).WithDescription(description);

    /// <summary>Statuses that it refuses with, each as problem details; 500 is always possible.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        endpoint.Produces<ApiProblem>(StatusCodes.Status500InternalServerError, ApiProblem.MediaType);
        foreach (var status in statuses)
        {
            endpoint.Produces<ApiProblem>(status, ApiProblem.MediaType);
        }
        return endpoint;
    }
}
