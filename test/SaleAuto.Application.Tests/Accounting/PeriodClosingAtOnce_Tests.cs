using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting;

/// <summary>On a database of its own: what is closed stays closed for every other test.</summary>
public abstract class PeriodClosingAtOnce_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Close_Once_When_Several_Close_At_Once()
    {
        var day = DateOnly.FromDateTime(_app.Clock.Now).AddDays(-10);

        var outcomes = await Race.RunAsync(4, _ => _app.DoAsync(Owner, async (services, token) =>
        {
            var closing = await services.GetRequiredService<PeriodManager>().CloseAsync(Guid.CreateVersion7(), day, Owner, token);
            services.GetRequiredService<IRepository<PeriodClosing>>().Insert(closing);
            return closing.Id;
        }));

        outcomes.Count(x => x.Failure is null).ShouldBe(1);
        outcomes.Select(x => x.Failure).OfType<Exception>().ShouldAllBe(x => x is BusinessException && ((BusinessException)x).Code == SaleAutoErrorCodes.Accounting.AlreadyClosed);
    }
}

public sealed class PeriodClosingAtOnce_OnSqlite_Tests(SqliteDatabase database) : PeriodClosingAtOnce_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class PeriodClosingAtOnce_OnPostgreSql_Tests(PostgreSqlDatabase database) : PeriodClosingAtOnce_Tests(database), IClassFixture<PostgreSqlDatabase>;
