using System.Globalization;

namespace SaleAuto.Sandbox;

/// <summary>A model that the sandbox registry can name and the sandbox market sells, as it left the factory.</summary>
public sealed record SandboxModel(
    string Make,
    string Model,
    int FirstYear,
    int LastYear,
    decimal NewPrice,
    decimal EngineLitres,
    int PowerHp,
    string Fuel,
    IReadOnlyList<string> Gearboxes,
    string Drive)
{
    /// <summary>All models of the sandbox; years of production, engines and price levels are roughly those of the Russian market.</summary>
    public static IReadOnlyList<SandboxModel> All { get; } = Load();

    private static List<SandboxModel> Load()
    {
        using var stream = typeof(SandboxModel).Assembly.GetManifestResourceStream("sandbox-models.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine(); // header
        var models = new List<SandboxModel>();
        while (reader.ReadLine() is { } line)
        {
            models.Add(Read(line.Split(',')));
        }
        return models;
    }

    private static SandboxModel Read(string[] cells) => new(
        cells[0],
        cells[1],
        Whole(cells[2]),
        Whole(cells[3]),
        Whole(cells[4]) * 1000m,
        decimal.Parse(cells[5], CultureInfo.InvariantCulture),
        Whole(cells[6]),
        cells[7],
        cells[8].Split(' '),
        cells[9]);

    private static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
