using System.Diagnostics;
using System.Globalization;

namespace SaleAuto.Benchmarks.LowCode;

/// <summary>A published program in a process of its own.</summary>
internal sealed class ProgramUnderTest : IAsyncDisposable
{
    private readonly Process _process;

    private ProgramUnderTest(Process process, Uri address, TimeSpan start) => (_process, Address, StartedWithin) = (process, address, start);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>From its start to its first good answer.</summary>
    public TimeSpan StartedWithin { get; }

    /// <summary>Most memory that it ever held, MiB.</summary>
    public double PeakMemory => File.ReadLines($"/proc/{_process.Id}/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024)
        .FirstOrDefault();

    /// <summary>Starts a program and waits for its first answer.</summary>
    /// <param name="assembly">The published assembly.</param>
    /// <param name="port">Port on the loopback address.</param>
    /// <param name="probe">Path that is asked; any answer but a failure of the server counts.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">Further arguments.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public static async Task<ProgramUnderTest> StartAsync(
        string assembly, int port, string probe, IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", address.ToString(), .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start");
        process.OutputDataReceived += (_, _) => { }; // read, so that it never waits for a reader
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(5))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{assembly} ended with code {process.ExitCode}");
            }
            try
            {
                using var answer = await client.GetAsync(new Uri(probe, UriKind.Relative), cancellationToken);
                if ((int)answer.StatusCode < 500)
                {
                    return new ProgramUnderTest(process, address, Stopwatch.GetElapsedTime(started));
                }
            }
            catch (HttpRequestException)
            {
                // Does not listen yet.
            }
            await Task.Delay(10, cancellationToken);
        }
        process.Kill();
        throw new TimeoutException($"{assembly} did not answer");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }
}
