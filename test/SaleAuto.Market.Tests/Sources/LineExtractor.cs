using System.Globalization;
using System.Text;

namespace SaleAuto.Market;

/// <summary>Reads pages of lines "ad URL PRICE YEAR", "next URL" and "empty", so that these tests are about fetching, not about HTML.</summary>
public sealed class LineExtractor : IListingExtractor
{
    public ExtractedPage Extract(FetchedPage page, ExtractionRules rules)
    {
        var lines = Encoding.UTF8.GetString(page.Body.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToList();
        if (lines.Exists(line => line[0] is not ("ad" or "next" or "empty")))
        {
            throw new SourceMarkupChangedException(rules.Source, "neither adverts nor an empty result");
        }
        var next = lines.Find(line => line[0] == "next")?[1];
        return new ExtractedPage(
            [.. lines.Where(line => line[0] == "ad").Select(line => Listing(rules.Source, new Uri(page.Url, line[1]), line))],
            next is null ? null : new Uri(page.Url, next),
            new HashSet<string>(),
            "lines",
            lines.Exists(line => line[0] == "empty"));
    }

    private static MarketListing Listing(string source, Uri url, string[] line) => new()
    {
        Source = source,
        Url = url.AbsoluteUri,
        Title = "Kia Rio",
        Price = decimal.Parse(line[2], CultureInfo.InvariantCulture),
        Currency = "RUB",
        Vehicle = new ListedVehicle { Make = "Kia", Model = "Rio", Year = line.Length > 3 ? int.Parse(line[3], CultureInfo.InvariantCulture) : null },
    };
}
