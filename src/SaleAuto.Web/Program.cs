using SaleAuto;
using SaleAuto.Hosting;
using SaleAuto.Staff;

var builder = WebApplication.CreateBuilder(args);
builder.AddTelemetry();
builder.AddPublicAddress();
builder.AddDatabase();
builder.Services.AddSaleAutoApplication();
builder.Services.AddStaffScreens();
builder.Services.AddHealth();

var app = builder.Build();
app.StartTelemetry();
await app.PrepareDatabaseAsync();
app.UseMiddleware<RequestLog>();
app.UseStaffScreens();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.MapHealth();
app.MapStaticAssets();
app.MapStaffScreens();
await app.RunAsync();

/// <summary>Entry point, named for the tests.</summary>
public partial class Program;
