using System.Globalization;
using SaleAuto.Market;

namespace SaleAuto.Benchmarks.Market;

/// <summary>Reads one saved page with the extractor of production.</summary>
internal sealed class ExtractCommand : IBenchmarkCommand
{
    private const int Blocked = 3;
    private const int MarkupChanged = 4;

    public string Name => "extract";

    public string Arguments => "PAGE.html URL [--status CODE] [--content-type TYPE]";

    public string Summary => "Prints the listings of the page as CSV (or 'empty'), exit code 0; 'blocked' with exit code 3; 'markup-changed' with 4; 2 for wrong arguments.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count < 2 || !Uri.TryCreate(arguments[1], UriKind.Absolute, out var url) || !File.Exists(arguments[0]))
        {
            await Console.Error.WriteLineAsync($"Usage: {Name} {Arguments}");
            return 2;
        }
        var status = int.Parse(Option(arguments, "--status") ?? "200", CultureInfo.InvariantCulture);
        var page = new FetchedPage(url, status, Option(arguments, "--content-type"), await File.ReadAllBytesAsync(arguments[0], cancellationToken));
        try
        {
            var found = new ListingExtractor(VehicleNames.Shipped).Extract(page, ShippedRules.For(url));
            await using var output = new StreamWriter(Console.OpenStandardOutput());
            await output.WriteAsync(found.SaidEmpty ? "empty\n" : ListingCsv.Write(found.Listings));
            await Console.Error.WriteLineAsync($"{found.Listings.Count} listings by {found.Method}; mostly missing: {string.Join(", ", found.MissingFields)}; next page: {found.NextPage}");
            return 0;
        }
        catch (SourceException refusal)
        {
            await Console.Out.WriteLineAsync(refusal.Failure == SourceFailure.Blocked ? "blocked" : "markup-changed");
            await Console.Error.WriteLineAsync(refusal.Message);
            return refusal.Failure == SourceFailure.Blocked ? Blocked : MarkupChanged;
        }
    }

    private static string? Option(IReadOnlyList<string> arguments, string name) =>
        arguments.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault();
}
