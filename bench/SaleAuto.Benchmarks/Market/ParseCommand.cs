using AngleSharp.Html.Parser;
using SaleAuto.Market;

namespace SaleAuto.Benchmarks.Market;

/// <summary>Throughput of the extractor on one core, beside a bare AngleSharp parse of the same pages.</summary>
internal sealed class ParseCommand : IBenchmarkCommand
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(500);
    private const int Rounds = 6;

    public string Name => "parse";

    public string Arguments => "[folder of *.html]";

    public string Summary => "Pages per second on one core, and the share of a bare AngleSharp parse. Without a folder: generated pages of about 1 MB with 40 cars each.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var pages = new List<(string Name, FetchedPage Page)>();
        if (arguments is [var folder, ..])
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                pages.Add((Path.GetFileName(file), new FetchedPage(new Uri("https://auto.example/cars/"), 200, null, await File.ReadAllBytesAsync(file, cancellationToken))));
            }
        }
        else
        {
            pages.AddRange(SamplePages.All());
        }
        Console.WriteLine($"{"page",-28}{"KB",7}{"cars",6}{"extract/s",11}{"bare/s",9}{"ratio",8}");
        foreach (var (name, page) in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Measure(name, page);
        }
        return 0;
    }

    // Processor time, not the clock's, so that a busy machine does not count; both run in turns and the best slice of each is taken.
    private static void Measure(string name, FetchedPage page)
    {
        var extractor = new ListingExtractor(VehicleNames.Shipped);
        var rules = ShippedRules.For(page.Url);
        var cars = 0;
        var extracts = 0.0;
        var bares = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            extracts = Math.Max(extracts, PerSecond(() => cars = Count(extractor, page, rules)));
            bares = Math.Max(bares, PerSecond(() => BareParse(page)));
        }
        Console.WriteLine(FormattableString.Invariant($"{name,-28}{page.Body.Length / 1024,7}{cars,6}{extracts,11:0.0}{bares,9:0.0}{extracts / bares,8:0.00}"));
    }

    private static int Count(ListingExtractor extractor, FetchedPage page, ExtractionRules rules)
    {
        try
        {
            return extractor.Extract(page, rules).Listings.Count;
        }
        catch (SourceException)
        {
            return 0;
        }
    }

    private static void BareParse(FetchedPage page)
    {
        using var stream = new MemoryStream(page.Body.ToArray());
        using var document = new HtmlParser().ParseDocument(stream);
    }

    private static double PerSecond(Action parse)
    {
        parse();
        var start = Environment.CpuUsage.TotalTime;
        var count = 0;
        TimeSpan used;
        do
        {
            parse();
            count++;
            used = Environment.CpuUsage.TotalTime - start;
        }
        while (used < Slice);
        return count / used.TotalSeconds;
    }
}
