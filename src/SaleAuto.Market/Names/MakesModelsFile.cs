namespace SaleAuto.Market;

/// <summary>One line of makes-models.csv.</summary>
internal sealed record MakesModelsRow(string Make, IReadOnlyList<string> MakeAliases, string Model, IReadOnlyList<string> ModelAliases);

/// <summary>The dictionary as it is shipped: make, its aliases, model, its aliases; aliases are parted by semicolons.</summary>
internal static class MakesModelsFile
{
    public static IEnumerable<MakesModelsRow> ReadShipped()
    {
        using var stream = typeof(MakesModelsFile).Assembly.GetManifestResourceStream("makes-models.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine(); // header
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return new MakesModelsRow(cells[0], Aliases(cells[1]), cells[2], Aliases(cells[3]));
        }
    }

    private static string[] Aliases(string cell) =>
        cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
