using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using SaleAuto.LowCode;
using SaleAuto.Repositories;

namespace SaleAuto.Resources;

/// <summary>
/// What lists cost on PostgreSQL. SALEAUTO_PLAN_ROWS sets the number of leads: 50 000 unless told, 1 000 000 by hand.
/// </summary>
public sealed class ListPlans_Tests : IAsyncLifetime
{
    private readonly PostgreSqlDatabase _database = new();
    private readonly Statements _statements = new();
    private ApiHost _host = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _host = new ApiHost(
            _database,
            services => services
                .RemoveAll<IReadConnections>() // so that every statement passes the interceptors
                .ConfigureDbContext<SaleAutoDbContext>(options => options.AddInterceptors(_statements)),
            ("Demo:Enabled", "true"));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Should_Ask_The_Database_Once_For_A_List_And_Once_More_To_Count()
    {
        var administrator = await _host.StaffAsync("admin");

        foreach (var resource in _host.Services.GetRequiredService<IResourceRegistry>().All)
        {
            await administrator.GetAsync($"/api/app/{resource.Name}?count=true");
            (await CountAsync(administrator, $"/api/app/{resource.Name}")).ShouldBe(1, resource.Name);
            (await CountAsync(administrator, $"/api/app/{resource.Name}?count=true")).ShouldBe(2, resource.Name);
        }
    }

    [Fact]
    public async Task Should_Read_Many_Leads_By_Index_Alone()
    {
        await FillAsync(int.Parse(Environment.GetEnvironmentVariable("SALEAUTO_PLAN_ROWS") ?? "50000"));
        var manager = await _host.StaffAsync("manager");
        var leads = _host.Services.GetRequiredService<IResourceRegistry>().Get("leads");
        var next = (string)(await manager.GetAsync("/api/app/leads")).Json["nextCursor"]!;
        string[] queries =
        [
            "", $"cursor={Uri.EscapeDataString(next)}", "q=имя4321", $"q={Uri.EscapeDataString("+7 999 000-43-21")}",
            .. leads.Fields.Where(field => field.Operators.Count > 0).Select(field => $"filter={Uri.EscapeDataString($"{field.Name}.{Sample(field)}")}"),
        ];

        foreach (var query in queries)
        {
            _statements.Clear();
            var answer = await manager.GetAsync($"/api/app/leads?{query}");
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
            foreach (var statement in _statements.Taken.Where(x => x.CommandText.Contains("\"Leads\"", StringComparison.Ordinal)))
            {
                (await ExplainAsync(statement)).ShouldNotContain("Seq Scan on \"Leads\"", Case.Sensitive, query);
            }
        }
    }

    private static string Sample(FieldModel field) => field.Kind switch
    {
        FieldKind.Enum => $"eq.{Enum.GetNames(field.ClrType)[1]}",
        FieldKind.Boolean => "eq.true",
        FieldKind.Date or FieldKind.DateTime => "period.last7",
        FieldKind.Lookup or FieldKind.Id => $"eq.{Guid.NewGuid()}",
        _ => $"{FilterText.NameOf(field.Operators[0])}.1",
    };

    // The least of three: now and then what is kept in memory (accounts, settings) has just been forgotten because of news from the database, and is read again beside the list.
    private async Task<int> CountAsync(ApiClient caller, string path)
    {
        var least = int.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            _statements.Clear();
            var answer = await caller.GetAsync(path);
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
            least = Math.Min(least, _statements.Taken.Count);
        }
        return least;
    }

    private async Task FillAsync(int rows)
    {
        await using var source = NpgsqlDataSource.Create(_database.ConnectionString);
        await using var fill = source.CreateCommand($"""
            INSERT INTO "Leads" SELECT (jsonb_populate_record(one, jsonb_build_object(
                'Id', gen_random_uuid(), 'Number', 'T-' || i, 'CreationTime', now() - i * interval '1 minute',
                'Phone', '+7999' || lpad(i::text, 7, '0'), 'Name', 'Имя' || i,
                'Status', (ARRAY['New', 'Valued', 'InWork', 'Recall', 'DealPlanned', 'Won', 'Lost', 'Closed'])[1 + i % 8],
                'Kind', (ARRAY['Buyout', 'CallRequest'])[1 + i / 8 % 2],
                'Source', (ARRAY['Search', 'Classifieds', 'SocialNetworks', 'Friends', 'OutdoorAd', 'Returning', 'Other'])[1 + i % 7],
                'SearchText', 't-' || i || ' имя' || i, 'GuardedSearchText', '+7999' || lpad(i::text, 7, '0')))).*
            FROM "Leads" AS one, generate_series(1, {rows}) AS i WHERE one."Id" = (SELECT "Id" FROM "Leads" LIMIT 1);
            ANALYZE "Leads"
            """);
        fill.CommandTimeout = 1800;
        await fill.ExecuteNonQueryAsync();
    }

    private async Task<string> ExplainAsync(NpgsqlCommand statement)
    {
        await using var source = NpgsqlDataSource.Create(_database.ConnectionString);
        await using var explain = source.CreateCommand("EXPLAIN " + statement.CommandText);
        foreach (NpgsqlParameter parameter in statement.Parameters)
        {
            explain.Parameters.Add(parameter.Clone());
        }
        var plan = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }
        return string.Join('\n', plan);
    }

    /// <summary>Remembers what the database was asked.</summary>
    private sealed class Statements : DbCommandInterceptor
    {
        private readonly ConcurrentQueue<NpgsqlCommand> _taken = new();

        public IReadOnlyCollection<NpgsqlCommand> Taken => _taken;

        public void Clear() => _taken.Clear();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            _taken.Enqueue(((NpgsqlCommand)command).Clone());
            return ValueTask.FromResult(result);
        }
    }
}
