using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.LowCode;
using SaleAuto.Permissions;
using SaleAuto.Staff;

namespace SaleAuto.Auditing;

/// <summary>The log is searched by who did what and by the values before and after; on PostgreSQL these are JSON.</summary>
public abstract class AuditSearch_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());
    private CallTask _task = null!;

    public async Task InitializeAsync()
    {
        await _app.TakeDemoAsync();
        _task = await _app.AskAsync(SalesWorld.NewPlate(), "Аристарх Ёлкин");
        _app.User.StaffId = await _app.AddStaffAsync(StaffRoles.Owner);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Find_Lines_By_The_Values_That_Changed()
    {
        var number = await _app.InDatabaseAsync(db => db.Set<Leads.Lead>().Where(x => x.Id == _task.LeadId).Select(x => x.Number).SingleAsync());

        (await FindAsync("аристарх елкин")).ShouldContain(_task.LeadId);
        (await FindAsync(number.ToLowerInvariant())).ShouldContain(_task.LeadId);
        (await FindAsync("before")).ShouldBeEmpty(); // names of fields are no values
        (await FindAsync("100%")).ShouldBeEmpty();
        (await FindAsync("пётр тестов Lead")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Find_Lines_Written_Before_There_Was_A_Search()
    {
        await _app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"AuditEntries\" SET \"SearchText\" = NULL, \"GuardedSearchText\" = NULL"));
        (await FindAsync("аристарх")).ShouldBeEmpty();

        await _app.RunAsync<SearchTextFiller, int>(filler => filler.FillAsync(default));

        (await FindAsync("аристарх")).ShouldContain(_task.LeadId);
    }

    [Fact]
    public async Task Should_Still_Refuse_To_Change_What_Was_Written()
    {
        foreach (var statement in new[] { "\"Note\" = 'x'", "\"Action\" = 'x'", "\"TargetId\" = NULL", "\"SearchText\" = '', \"Changes\" = NULL" }.Select(change => $"UPDATE \"AuditEntries\" SET {change}"))
        {
            var refusal = await Should.ThrowAsync<Exception>(() => _app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(statement)));
            refusal.Message.ShouldContain("only added");
        }
    }

    [Fact]
    public async Task Should_Use_An_Index_On_PostgreSql()
    {
        var plan = await _app.InDatabaseAsync(async db =>
        {
            if (!db.Database.ProviderName!.Contains("PostgreSQL"))
            {
                return null;
            }
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan = off");
            return string.Join('\n', await db.Database.SqlQueryRaw<string>(
                "EXPLAIN SELECT \"Id\" FROM \"AuditEntries\" WHERE \"SearchText\" LIKE '%аристарх%' OR \"GuardedSearchText\" LIKE '%аристарх%'").ToListAsync());
        });

        if (plan is not null)
        {
            plan.ShouldContain("IX_AuditEntries_SearchText");
            plan.ShouldContain("IX_AuditEntries_GuardedSearchText");
        }
    }

    private async Task<IReadOnlyList<Guid?>> FindAsync(string words)
    {
        var audit = _app.Services.GetRequiredService<IResourceRegistry>().Get("audit");
        var page = await _app.RunAsync<IResourceReader, ResourcePage>(reader => reader.GetListAsync(audit, new ListQuery { Search = words, Fields = ["targetId"], PageSize = 200 }, default));
        return [.. page.Rows.Select(x => (Guid?)x.Values[0])];
    }
}

public sealed class AuditSearch_OnSqlite_Tests(SqliteDatabase database) : AuditSearch_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class AuditSearch_OnPostgreSql_Tests(PostgreSqlDatabase database) : AuditSearch_Tests(database), IClassFixture<PostgreSqlDatabase>;
