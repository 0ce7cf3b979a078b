using System.Diagnostics;
using SaleAuto.Valuations;

namespace SaleAuto.Benchmarks.Valuations;

/// <summary>Judges the valuation on a market from a CSV file: part of the rows are the adverts, the others are valued and compared with their prices.</summary>
internal sealed class ValuationCommand : IBenchmarkCommand
{
    private const int Plentiful = 10;

    /// <inheritdoc />
    public string Name => "valuation";

    /// <inheritdoc />
    public string Arguments => "FILE.csv";

    /// <inheritdoc />
    public string Summary => "accuracy of the valuation on a market in CSV: make, model, year, mileage_km, price_rub, id; optional power_hp, engine_l, fuel, gearbox, drive";

    /// <inheritdoc />
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count != 1 || !File.Exists(arguments[0]))
        {
            await Console.Error.WriteLineAsync($"valuation {Arguments}: the file is missing.");
            return 2;
        }
        MarketFile file;
        try
        {
            file = MarketFile.Parse(await File.ReadAllTextAsync(arguments[0], cancellationToken));
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        Print(file, cancellationToken);
        return 0;
    }

    private static void Print(MarketFile file, CancellationToken cancellationToken)
    {
        var now = new DateTime(file.NewestYear(TimeProvider.System.GetUtcNow().Year), 12, 31, 0, 0, 0, DateTimeKind.Utc);
        var index = new MarketIndex(file.Cars.Where(c => !c.IsTest));
        var tests = file.Cars.Where(c => c.IsTest).ToList();
        var settings = new ValuationSettings();
        var appraiser = new MarketAppraiser();
        var all = new List<Outcome>();
        var plentiful = new List<Outcome>();
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        foreach (var test in tests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var listings = index.Find(test.Car);
            var appraisal = appraiser.Appraise(test.Car, null, listings, settings, now);
            var outcome = new Outcome(test.Price, appraisal.Figures);
            all.Add(outcome);
            if (listings.Count(l => Math.Abs(l.Vehicle.Year!.Value - test.Car.Year) <= 1) >= Plentiful)
            {
                plentiful.Add(outcome);
            }
            if (appraisal.ManualReason is { } reason)
            {
                reasons[reason.ToString()] = reasons.GetValueOrDefault(reason.ToString()) + 1;
            }
        }
        watch.Stop();

        Console.WriteLine($"Rows: {file.Cars.Count} good, {file.BadRows} left out (no readable make, model or year, or a price under 1000).");
        Console.WriteLine(file.HasIds
            ? "Test part: rows whose id ends in six hexadecimal digits divisible by 5; the others are the adverts."
            : "No id column: every fifth row is a test car, the others are the adverts.");
        Console.WriteLine($"Adverts: {file.Cars.Count - tests.Count}. Present moment: end of {now.Year}, the newest year of the file. Errors are of the covered cars.");
        Console.WriteLine("All test cars");
        WriteLines(AccuracyReport.Of(all));
        Console.WriteLine($"Test cars with at least {Plentiful} adverts of the model within one year");
        WriteLines(AccuracyReport.Of(plentiful));
        Console.WriteLine($"Without figures: {(reasons.Count == 0 ? "none" : string.Join(", ", reasons.Select(r => $"{r.Key} {r.Value}")))}");
        Console.WriteLine(FormattableString.Invariant($"Time: {watch.Elapsed.TotalSeconds:F1} s, {watch.Elapsed.TotalMilliseconds / Math.Max(1, tests.Count):F2} ms per valuation."));
    }

    private static void WriteLines(AccuracyReport report)
    {
        foreach (var line in report.Lines())
        {
            Console.WriteLine(line);
        }
    }
}
