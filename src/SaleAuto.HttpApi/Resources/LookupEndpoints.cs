using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>Rows that a lookup field offers.</summary>
internal static class LookupEndpoints
{
    private const int LongestSearch = 200;

    public static void MapLookups(this RouteGroupBuilder resource)
    {
        resource.MapGet("/lookups/{field}", (string resource, string field, HttpContext context, IResourceRegistry resources, IResourceReader reader, CancellationToken cancellationToken) =>
            FindAsync(resources.Get(resource), null, field, context.Request.Query, reader, cancellationToken));
        resource.MapGet("/actions/{action}/lookups/{field}", (string resource, string action, string field, HttpContext context, IResourceRegistry resources, IResourceReader reader, CancellationToken cancellationToken) =>
            FindAsync(resources.Get(resource), action, field, context.Request.Query, reader, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<LookupItem>>> FindAsync(
        ResourceModel model, string? action, string field, IQueryCollection query, IResourceReader reader, CancellationToken cancellationToken)
    {
        var verb = action is null ? null : ActionEndpoints.Get(model, action);
        var lookup = (verb?.Fields ?? model.Fields).FirstOrDefault(x => x.Name == field && x.Reference is not null) ?? throw new EntityNotFoundException(typeof(FieldModel), field);
        var search = query["q"].ToString();
        if (search.Length > LongestSearch)
        {
            throw new InputValidationException("q", LowCodeErrorCodes.TooLong);
        }
        var narrowedBy = query.Where(part => lookup.Reference!.DependsOn.ContainsKey(part.Key)).ToDictionary(part => part.Key, part => part.Value.ToString());
        return TypedResults.Ok(await reader.LookupAsync(model, lookup, verb, search, narrowedBy, cancellationToken));
    }
}

/// <summary>The search over all resources.</summary>
internal static class SearchEndpoints
{
    private const int LongestSearch = 200;

    public static async Task<Ok<IReadOnlyList<SearchHitDto>>> SearchAsync(string? q, IResourceReader reader, CancellationToken cancellationToken)
    {
        if (q?.Length > LongestSearch)
        {
            throw new InputValidationException("q", LowCodeErrorCodes.TooLong);
        }
        var hits = await reader.SearchEverywhereAsync(q ?? "", cancellationToken);
        return TypedResults.Ok<IReadOnlyList<SearchHitDto>>([.. hits.Select(hit => new SearchHitDto(hit.Resource.Name, hit.Id, hit.Label, hit.Text))]);
    }
}

/// <summary>A record found.</summary>
/// <param name="Resource">Name of the resource in addresses.</param>
/// <param name="Id">Id.</param>
/// <param name="Label">Number or name.</param>
/// <param name="Text">Further facts on one line.</param>
internal sealed record SearchHitDto(string Resource, Guid Id, string Label, string Text);
