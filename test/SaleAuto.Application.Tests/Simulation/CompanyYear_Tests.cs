using System.Globalization;
using Xunit.Abstractions;

namespace SaleAuto.Simulation;

/// <summary>A short month of the company in simulated time. <c>etc/simulate.sh</c> lives through a year; <c>SALEAUTO_MODEL_SEED</c> chooses another story.</summary>
public abstract class CompanyYear_Tests(TestDatabase database, ITestOutputHelper output)
{
    [Fact]
    public async Task Should_Keep_Every_Invariant()
    {
        var plan = new SimulationPlan
        {
            Seed = Environment.GetEnvironmentVariable("SALEAUTO_MODEL_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 20261201,
            Months = 1,
            LeadsPerMonth = 18,
            MinutesBetweenLooks = 90,
            Haste = 6,
            CutsPerTenThousand = 6,
        };
        await using var year = new CompanyYear(plan, database, output.WriteLine);

        var verdicts = await year.RunAsync();

        output.WriteLine(string.Join('\n', verdicts));
        verdicts.Where(x => !x.Holds).ShouldBeEmpty();
        verdicts.Single(x => x.Name == "shares add up to the profit of the car").Figure.ShouldNotStartWith("0 ", customMessage: "the month must get as far as a profit, or it says little");
    }
}

public sealed class CompanyYear_OnSqlite_Tests(SqliteDatabase database, ITestOutputHelper output) : CompanyYear_Tests(database, output), IClassFixture<SqliteDatabase>;

public sealed class CompanyYear_OnPostgreSql_Tests(PostgreSqlDatabase database, ITestOutputHelper output) : CompanyYear_Tests(database, output), IClassFixture<PostgreSqlDatabase>;
