using System.Diagnostics;
using System.Globalization;
using SaleAuto;
using SaleAuto.Simulation;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");

SimulationPlan plan;
try
{
    plan = SimulationPlan.Read(args);
}
catch (ArgumentException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 2;
}
Console.WriteLine($"Seed {plan.Seed}, {plan.Months} months, {plan.LeadsPerMonth} requests a month, {plan.Database}");
var clock = Stopwatch.StartNew();
TestDatabase database = plan.Database == "PostgreSql" ? new PostgreSqlDatabase() : new SqliteDatabase();
await database.InitializeAsync();
try
{
    await using var year = new CompanyYear(plan, database, Console.WriteLine);
    var verdicts = await year.RunAsync();
    foreach (var verdict in verdicts)
    {
        Console.WriteLine(verdict);
    }
    var broken = verdicts.Count(x => !x.Holds);
    Console.WriteLine($"{verdicts.Count - broken} of {verdicts.Count} hold, {clock.Elapsed:mm\\:ss}; the same again: etc/simulate.sh --seed {plan.Seed} --months {plan.Months} --leads {plan.LeadsPerMonth} --database {plan.Database}");
    return broken == 0 ? 0 : 1;
}
finally
{
    await database.DisposeAsync();
}
