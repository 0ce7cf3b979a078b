using System.Globalization;

namespace SaleAuto.Simulation;

/// <summary>How large a simulation is, and how rough.</summary>
public sealed record SimulationPlan
{
    /// <summary>Repeats a simulation: the same people with the same chances. Power cuts may fall a little differently, because workers do not always have the same to do.</summary>
    public int Seed { get; init; } = Random.Shared.Next(1, 1_000_000);

    /// <summary>Months in which requests come and cars are sold; what was promised by then is brought to its end afterwards.</summary>
    public int Months { get; init; } = 12;

    /// <summary>Requests of a month.</summary>
    public int LeadsPerMonth { get; init; } = 170;

    /// <summary>How often workers look by day, beside being woken by what is written. In earnest it is seconds.</summary>
    public int MinutesBetweenLooks { get; init; } = 20;

    /// <summary>How many times faster than usual cars are repaired, sold and decided on: for a short simulation that still gets to the profit.</summary>
    public int Haste { get; init; } = 1;

    /// <summary>Sqlite or PostgreSql.</summary>
    public string Database { get; init; } = "Sqlite";

    /// <summary>Of ten thousand presses and rounds of workers, how many meet a power cut.</summary>
    public int CutsPerTenThousand { get; init; } = 3;

    /// <summary>Of a thousand messages, how many the channel does not take at once.</summary>
    public int FailuresPerThousandMessages { get; init; } = 60;

    /// <summary>Reads <c>--months 12 --seed 7 --database PostgreSql --leads 200</c>.</summary>
    /// <exception cref="ArgumentException">Something else was given.</exception>
    public static SimulationPlan Read(IReadOnlyList<string> words)
    {
        var plan = new SimulationPlan();
        for (var i = 0; i < words.Count; i += 2)
        {
            var value = i + 1 < words.Count ? words[i + 1] : throw new ArgumentException($"{words[i]} needs a value");
            plan = words[i] switch
            {
                "--months" => plan with { Months = Number(words[i], value) },
                "--seed" => plan with { Seed = Number(words[i], value) },
                "--leads" => plan with { LeadsPerMonth = Number(words[i], value) },
                "--database" when value is "Sqlite" or "PostgreSql" => plan with { Database = value },
                _ => throw new ArgumentException($"{words[i]} {value} is not understood: --months N --seed N --leads N --database Sqlite|PostgreSql"),
            };
        }
        return plan;
    }

    private static int Number(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new ArgumentException($"{name} needs a number above zero, not {text}");
}
