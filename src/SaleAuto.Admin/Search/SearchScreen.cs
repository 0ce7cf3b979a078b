using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Shell;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Search;

/// <summary>The search over all resources: numbers, names, phones in any spelling, plates.</summary>
internal sealed class SearchScreen : IAdminScreen
{
    private const int MaxLength = 60;
    private const int MinLength = 2;

    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/search", async (string? q, IResourceReader reader, CancellationToken cancellationToken) =>
            new RazorComponentResult<SearchPage>(new { Words = Trim(q), Hits = await FindAsync(q, reader, cancellationToken) }));
        admin.MapGet("/search/results", async (string? q, IResourceReader reader, CancellationToken cancellationToken) =>
            new RazorComponentResult<SearchResults>(new { Words = Trim(q), Hits = await FindAsync(q, reader, cancellationToken) }));
    }

    private static string Trim(string? words)
    {
        var trimmed = (words ?? "").Trim();
        return trimmed.Length > MaxLength ? trimmed[..MaxLength] : trimmed;
    }

    private static async Task<IReadOnlyList<SearchHit>> FindAsync(string? words, IResourceReader reader, CancellationToken cancellationToken) =>
        Trim(words) is { Length: >= MinLength } trimmed ? await reader.SearchEverywhereAsync(trimmed, cancellationToken) : [];
}
