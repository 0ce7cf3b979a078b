using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace SaleAuto.Benchmarks.LowCode;

/// <summary>The staff's API beside a bare ASP.NET Core and Npgsql program that serves the same JSON: alternating rounds, medians, ratios.</summary>
internal sealed class LowCodeCommand : IBenchmarkCommand
{
    private const int OurPort = 5197;
    private const int BarePort = 5199;

    public string Name => "lowcode";

    public string Arguments => "POSTGRESQL_CONNECTION_STRING [--rows N] [--rounds N] [--seconds N] [--published FOLDER]";

    public string Summary => "List, get, create, count and search of the staff's API at 16 connections as a share of a bare program; memory, start; query plans from 1 000 000 rows on.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (rows, rounds, seconds) = (Number(arguments, "--rows", 100_000), Number(arguments, "--rounds", 5), Number(arguments, "--seconds", 3));
        var folder = Text(arguments, "--published") ?? await PublishAsync(cancellationToken);
        var server = new NpgsqlConnectionStringBuilder(arguments[0]);
        var name = $"saleauto_bench_{Guid.NewGuid():N}";
        await using var postgres = NpgsqlDataSource.Create(server.ConnectionString);
        await using (var create = postgres.CreateCommand($"CREATE DATABASE {name}"))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        server.Database = name;
        var data = Directory.CreateTempSubdirectory("saleauto-bench-").FullName;
        try
        {
            await MeasureAsync(folder, data, server.ConnectionString, rows, rounds, TimeSpan.FromSeconds(seconds), cancellationToken);
            return 0;
        }
        finally
        {
            await using var drop = postgres.CreateCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            await drop.ExecuteNonQueryAsync(CancellationToken.None);
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, string data, string connection, int rows, int rounds, TimeSpan duration, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__Default"] = connection,
            ["DataFolder"] = data,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        var web = Path.Combine(folder, "web", "SaleAuto.Web.dll");
        string token;
        await using (var prepared = await ProgramUnderTest.StartAsync(web, OurPort, "/api/app/leads", settings, [], cancellationToken))
        {
            token = await TokenAsync(prepared.Address, cancellationToken); // and schema and demo rows
        }
        InProduction(settings);
        await using var database = NpgsqlDataSource.Create(connection);
        var sample = await SampleRows.WriteAsync(database, rows, cancellationToken);
        await using var ours = await ProgramUnderTest.StartAsync(web, OurPort, "/api/app/leads", settings, [], cancellationToken);
        await using var bare = await ProgramUnderTest.StartAsync(
            Path.Combine(folder, "bare", "SaleAuto.BareApi.dll"), BarePort, "/api/app/leads", new Dictionary<string, string>(), ["--database", connection], cancellationToken);
        using var ourLoad = new Load(ours.Address, token);
        using var bareLoad = new Load(bare.Address, "bench");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows, {rounds} rounds of {duration.TotalSeconds} s each, 16 connections; first answer after {ours.StartedWithin.TotalSeconds:F2} s"));
        if (rows >= 1_000_000)
        {
            await QueryPlans.PrintAsync(database, ourLoad, cancellationToken);
        }
        foreach (var scenario in Scenario.All(sample))
        {
            await PrintAsync(scenario, ourLoad, bareLoad, rounds, duration, cancellationToken);
        }
        await QueryPlans.PrintSearchAsync(database, ourLoad, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory: {ours.PeakMemory:F0} MiB (bare: {bare.PeakMemory:F0} MiB)"));
    }

    // As it is delivered: without the checks of Development, which cost each request. Nobody is written to: the sample rows have no messages and no calls.
    private static void InProduction(Dictionary<string, string> settings)
    {
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings["PublicUrl"] = "https://saleauto.test";
        settings["RateLimits__StaffPerMinute"] = "100000000";
        settings["Telegram__BotToken"] = "1:bench";
        settings["Twilio__AccountSid"] = "AC00000000000000000000000000000000";
        settings["Twilio__AuthToken"] = "bench";
        settings["Twilio__From"] = "+15005550006";
        settings["Market__Sources__0__Name"] = "drom.ru";
        settings["Market__PlateRegistry"] = "https://registry.test";
    }

    private static async Task PrintAsync(Scenario scenario, Load ours, Load bare, int rounds, TimeSpan duration, CancellationToken cancellationToken)
    {
        var (our, their) = (new List<double>(), new List<double>());
        await ours.RunAsync(scenario.Ours, duration * 2, cancellationToken); // until the compiler is done with the hot paths
        await bare.RunAsync(scenario.Bare, duration * 2, cancellationToken);
        for (var round = 0; round < rounds; round++)
        {
            our.Add(await ours.RunAsync(scenario.Ours, duration, cancellationToken));
            their.Add(await bare.RunAsync(scenario.Bare, duration, cancellationToken));
        }
        var (o, t) = (Median(our), Median(their));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scenario.Name,-28} {o,8:F0}/s   bare {t,8:F0}/s   ratio {o / t:F2}   (aim {scenario.Aim:F1})"));
    }

    private static async Task<string> TokenAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var answer = await client.PostAsJsonAsync(new Uri("/sandbox/token", UriKind.Relative), new { user = "owner" }, cancellationToken);
        using var json = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken));
        return json.RootElement.GetProperty("token").GetString()!;
    }

    private static async Task<string> PublishAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("saleauto-published-").FullName;
        foreach (var (project, name) in ((string, string)[])[("src/SaleAuto.Web", "web"), ("bench/SaleAuto.BareApi", "bare")])
        {
            using var publish = Process.Start("dotnet", ["publish", project, "-c", "Release", "-o", Path.Combine(folder, name)]);
            await publish.WaitForExitAsync(cancellationToken);
            if (publish.ExitCode != 0)
            {
                throw new InvalidOperationException($"{project} could not be published: run the command in the folder of the solution");
            }
        }
        return folder;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static int Number(IReadOnlyList<string> arguments, string name, int otherwise) =>
        Text(arguments, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(IReadOnlyList<string> arguments, string name) =>
        arguments.ToList().IndexOf(name) is var place and >= 0 && place + 1 < arguments.Count ? arguments[place + 1] : null;
}
