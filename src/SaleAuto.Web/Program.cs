using SaleAuto;
using SaleAuto.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddTelemetry();
builder.AddPublicAddress();
builder.AddDatabase();
builder.Services.AddSaleAutoApplication();
builder.Services.AddHealth();

var app = builder.Build();
app.StartTelemetry();
await app.PrepareDatabaseAsync();
app.UseMiddleware<RequestLog>();
app.MapHealth();
await app.RunAsync();

/// <summary>Entry point, named for the tests.</summary>
public partial class Program;
