namespace SaleAuto.Simulation.Invariants;

/// <summary>Something that has to hold, and whether it does.</summary>
/// <param name="Name">What has to hold.</param>
/// <param name="Figure">How much it is about.</param>
/// <param name="Faults">Where it does not.</param>
public sealed record Verdict(string Name, string Figure, IReadOnlyList<string> Faults)
{
    private const int MostShown = 5;

    public bool Holds => Faults.Count == 0;

    public override string ToString() =>
        $"{(Holds ? "holds " : "BROKEN")} {Name}: {Figure}{string.Concat(Faults.Take(MostShown).Select(x => $"\n         {x}"))}{(Faults.Count > MostShown ? $"\n         and {Faults.Count - MostShown} more" : "")}";

    /// <summary>Two figures that have to be one.</summary>
    public static Verdict Same<T>(string name, T noted, T told)
        where T : notnull => new(name, $"{told}", EqualityComparer<T>.Default.Equals(noted, told) ? [] : [$"the program says {told}, the people {noted}"]);
}
