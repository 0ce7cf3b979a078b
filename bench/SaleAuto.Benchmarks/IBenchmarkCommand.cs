namespace SaleAuto.Benchmarks;

/// <summary>One command of the benchmark program.</summary>
internal interface IBenchmarkCommand
{
    /// <summary>First argument that chooses it.</summary>
    string Name { get; }

    /// <summary>Its own arguments, for the usage text.</summary>
    string Arguments { get; }

    /// <summary>What it prints, one line.</summary>
    string Summary { get; }

    /// <summary>Runs it; the result is the exit code.</summary>
    Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
