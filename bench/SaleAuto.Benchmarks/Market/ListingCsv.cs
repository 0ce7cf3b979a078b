using System.Globalization;
using System.Text;
using SaleAuto.Market;

namespace SaleAuto.Benchmarks.Market;

/// <summary>Listings as CSV (RFC 4180) with numbers for machines.</summary>
internal static class ListingCsv
{
    public static string Write(IEnumerable<MarketListing> listings)
    {
        var csv = new StringBuilder("url,title,make,model,year,mileage_km,price,currency\r\n");
        foreach (var listing in listings)
        {
            var car = listing.Vehicle;
            csv.AppendJoin(',', new[] { listing.Url, listing.Title, car.Make, car.Model, Number(car.Year), Number(car.MileageKm), Number(listing.Price), listing.Currency }.Select(Quote)).Append("\r\n");
        }
        return csv.ToString();
    }

    private static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Quote(string? cell) =>
        cell is null ? "" : cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
