using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace SaleAuto.Benchmarks.LowCode;

/// <summary>How the database answers the lists of leads, and how long the product takes for each.</summary>
internal static class QueryPlans
{
    private const string Fields = "fields=number,status,name,phone,plate,creationTime";

    /// <summary>Plans of the default list, the search and every offered filter of leads, and the latency of pages from the first to the last.</summary>
    public static async Task PrintAsync(NpgsqlDataSource database, Load ours, CancellationToken cancellationToken)
    {
        foreach (var (name, path) in (IEnumerable<(string, string)>)
        [
            ("default list", "?"), ("search", "?q=1042424"), ("status", "?filter=status.eq.new"), ("kind", "?filter=kind.eq.buyout"), ("creationTime", "?filter=creationTime.ge.2021-01-01"),
            ("source", "?filter=source.eq.other"), ("withoutNextAction", "?filter=withoutNextAction.eq.true"),
        ])
        {
            var (first, _) = await ours.TimeAsync($"/api/app/leads{path}&{Fields}", cancellationToken);
            var (again, _) = await ours.TimeAsync($"/api/app/leads{path}&{Fields}", cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {again,8:F1} ms (first {first:F1})"));
        }
        await PrintPagesAsync(ours, cancellationToken);
        await ExplainAsync(database, "default list", """SELECT "Id" FROM "Leads" WHERE NOT "IsDeleted" ORDER BY "CreationTime" DESC, "Id" DESC LIMIT 26""", cancellationToken);
        await ExplainAsync(database, "status", """SELECT "Id" FROM "Leads" WHERE NOT "IsDeleted" AND "Status" = 'New' ORDER BY "CreationTime" DESC, "Id" DESC LIMIT 26""", cancellationToken);
        await ExplainAsync(database, "search", Search, cancellationToken);
    }

    private const string Search = """SELECT "Id" FROM "Leads" WHERE NOT "IsDeleted" AND "SearchText" LIKE '%1042424%' ORDER BY "CreationTime" DESC, "Id" DESC LIMIT 26""";

    /// <summary>The search by its index beside the same statement when the table is read from end to end.</summary>
    public static async Task PrintSearchAsync(NpgsqlDataSource database, Load ours, CancellationToken cancellationToken)
    {
        var indexed = await TimeAsync(database, "", cancellationToken);
        var scanned = await TimeAsync(database, "SET enable_bitmapscan = off; SET enable_indexscan = off; SET max_parallel_workers_per_gather = 0;", cancellationToken);
        var times = new List<double>();
        for (var i = 0; i < 21; i++)
        {
            times.Add((await ours.TimeAsync($"/api/app/leads?q={1000000 + (i * 4001)}&{Fields}", cancellationToken)).Milliseconds);
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search: by index {indexed:F2} ms, sequential scan {scanned:F2} ms: {scanned / indexed:F0} times (aim 5); through the API {times[10]:F1} ms"));
    }

    private static async Task PrintPagesAsync(Load ours, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var cursor = "";
        const int Pages = 400;
        for (var page = 0; page < Pages; page++)
        {
            var (time, answer) = await ours.TimeAsync($"/api/app/leads?pageSize=200&{Fields}{cursor}", cancellationToken);
            times.Add(time);
            using var json = JsonDocument.Parse(answer);
            if (json.RootElement.GetProperty("nextCursor").GetString() is not { } next)
            {
                break;
            }
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
        // The last pages of all: the same list from its other end.
        var (last, _) = await ours.TimeAsync($"/api/app/leads?pageSize=200&sort=creationTime&{Fields}", cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"pages of 200 by cursor: first {times[1]:F1} ms, median of {times.Count} {times.Order().ElementAt(times.Count / 2):F1} ms, last read {times[^1]:F1} ms; from the other end {last:F1} ms"));
    }

    private static async Task ExplainAsync(NpgsqlDataSource database, string name, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"EXPLAIN (ANALYZE, BUFFERS, COSTS off, TIMING off) {sql}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        Console.WriteLine($"-- {name}");
        while (await reader.ReadAsync(cancellationToken))
        {
            Console.WriteLine($"   {reader.GetString(0)}");
        }
    }

    private static async Task<double> TimeAsync(NpgsqlDataSource database, string settings, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (settings.Length > 0)
        {
            await using var set = new NpgsqlCommand(settings, connection);
            await set.ExecuteNonQueryAsync(cancellationToken);
        }
        var times = new List<double>();
        for (var i = 0; i < 11; i++)
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            await using var command = new NpgsqlCommand(Search, connection);
            await command.ExecuteScalarAsync(cancellationToken);
            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        if (settings.Length > 0)
        {
            await using var reset = new NpgsqlCommand("RESET ALL", connection);
            await reset.ExecuteNonQueryAsync(cancellationToken);
        }
        return times.Order().ElementAt(5);
    }
}
