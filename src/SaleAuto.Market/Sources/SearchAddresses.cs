using System.Globalization;

namespace SaleAuto.Market;

/// <summary>Fills the paths of one site with a query.</summary>
internal static class SearchAddresses
{
    private const string PagePlaceholder = "{page}";

    /// <summary>Address of a page of results by its number, or null when only the page before it can tell.</summary>
    public static Uri? Of(SourceOptions site, Uri baseAddress, MarketQuery query, int page)
    {
        var path = page == 1 ? site.SearchPath : site.PagePath ?? site.SearchPath;
        if (page > 1 && !path.Contains(PagePlaceholder, StringComparison.Ordinal))
        {
            return null;
        }
        var filled = path
            .Replace("{make}", site.Slugs.OfMake(query.Make), StringComparison.Ordinal)
            .Replace("{model}", site.Slugs.OfModel(query.Make, query.Model), StringComparison.Ordinal)
            .Replace("{yearFrom}", Number(query.YearFrom), StringComparison.Ordinal)
            .Replace("{yearTo}", Number(query.YearTo), StringComparison.Ordinal)
            .Replace(PagePlaceholder, Number(page), StringComparison.Ordinal);
        return new Uri(baseAddress, filled.TrimStart('/'));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
