using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;

namespace SaleAuto.Numbers;

public abstract class NumberGenerator_Tests(TestDatabase database)
{
    [Fact]
    public async Task Should_Never_Give_A_Lead_Number_Twice()
    {
        await using var app = new TestApplication(database);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() =>
            app.RunAsync<INumberGenerator, string>(generator => generator.NextAsync(NumberSeries.Lead, default)))));

        numbers.Distinct().Count().ShouldBe(40);
        numbers.ShouldAllBe(number => number.StartsWith("L-0"));
    }

    [Fact]
    public async Task Should_Leave_No_Gap_In_A_Series_That_Must_Have_None()
    {
        await using var app = new TestApplication(database);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => TakeAsync(app, failing: i % 3 == 0))));

        var taken = numbers.OfType<string>().Order().ToList();
        taken.ShouldBe(Enumerable.Range(1, 20).Select(i => $"C-{i:D6}"));
    }

    [Fact]
    public async Task Should_Refuse_To_Count_Without_Gaps_Outside_A_Transaction()
    {
        await using var app = new TestApplication(database);

        await Should.ThrowAsync<InvalidOperationException>(() =>
            app.RunAsync<INumberGenerator, string>(generator => generator.NextAsync(NumberSeries.Contract, default)));
    }

    // A request that fails after it took its number must give it back.
    private static async Task<string?> TakeAsync(TestApplication app, bool failing)
    {
        try
        {
            return await app.RunAsync<IServiceProvider, string>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                async token =>
                {
                    var number = await scope.GetRequiredService<INumberGenerator>().NextAsync(NumberSeries.Contract, token);
                    return failing ? throw new OperationCanceledException() : number;
                },
                default));
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}

public sealed class NumberGenerator_OnSqlite_Tests(SqliteDatabase database) : NumberGenerator_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class NumberGenerator_OnPostgreSql_Tests(PostgreSqlDatabase database) : NumberGenerator_Tests(database), IClassFixture<PostgreSqlDatabase>;
