using SaleAuto.Benchmarks;
using SaleAuto.Benchmarks.Leads;
using SaleAuto.Benchmarks.LowCode;
using SaleAuto.Benchmarks.Market;
using SaleAuto.Benchmarks.Reports;
using SaleAuto.Benchmarks.Valuations;

IBenchmarkCommand[] commands =
[
    new ValuationCommand(),
    new ExtractCommand(),
    new ParseCommand(),
    new LeadCommand(),
    new OutboxCommand(),
    new BotCommand(),
    new LowCodeCommand(),
    new OwnerCommand(),
];

var command = commands.FirstOrDefault(c => c.Name == args.FirstOrDefault());
if (command is null)
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/SaleAuto.Benchmarks -- COMMAND [arguments]");
    foreach (var known in commands)
    {
        Console.Error.WriteLine($"  {known.Name} {known.Arguments}\n      {known.Summary}");
    }
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
return await command.RunAsync(args[1..], stop.Token);
