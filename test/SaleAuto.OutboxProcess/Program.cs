using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SaleAuto;
using SaleAuto.Messages;
using SaleAuto.Sms;

// A node that only dispatches: configured like the program, killed by the tests.
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();
var connectionString = builder.Configuration["ConnectionStrings:Default"]!;
if (builder.Configuration["Database:Provider"] == "PostgreSql")
{
    builder.Services.AddSaleAutoPostgreSql(connectionString);
}
else
{
    builder.Services.AddSaleAutoSqlite(connectionString);
}
builder.Services.AddSaleAutoApplication();
builder.Services.AddSms(builder.Configuration);
builder.Services.AddOutboxDispatcher(builder.Configuration);
builder.Services.AddDueWorker<OutboxWorker>();
builder.Services.AddBackgroundJobs(builder.Configuration);
await builder.Build().RunAsync();
