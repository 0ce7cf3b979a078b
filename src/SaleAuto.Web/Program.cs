using SaleAuto;
using SaleAuto.Accounting.Checks;
using SaleAuto.Admin;
using SaleAuto.Bot;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Clients.SignIn;
using SaleAuto.DevPanel;
using SaleAuto.Documents;
using SaleAuto.Files;
using SaleAuto.Hosting;
using SaleAuto.Imports;
using SaleAuto.LowCode;
using SaleAuto.Market;
using SaleAuto.Messages;
using SaleAuto.Reports;
using SaleAuto.Requests;
using SaleAuto.Resources;
using SaleAuto.Sandbox;
using SaleAuto.Sandbox.Staff;
using SaleAuto.Sandbox.Telegram;
using SaleAuto.Site;
using SaleAuto.Sms;
using SaleAuto.Sms.Messages;
using SaleAuto.Staff;
using SaleAuto.Telegram;
using SaleAuto.Valuations;

var builder = WebApplication.CreateBuilder(args);
var configuration = builder.Configuration;
builder.AddTelemetry();
builder.AddPublicAddress();
builder.AddDatabase();
builder.Services.AddSaleAutoDataProtection(configuration);
builder.Services.AddFolderBlobStoring(configuration);
builder.Services.AddSaleAutoApplication();
builder.Services.AddClientSignIn(configuration);
builder.Services.AddOutboxDispatcher(configuration);
builder.Services.AddTelegram(configuration);
builder.Services.AddTelegramBot();
builder.Services.AddSms(configuration);
builder.Services.AddDocuments();
builder.Services.AddMarket(configuration);
builder.Services.AddDueWorker<OutboxWorker>();
builder.Services.AddDueWorker<TelegramUpdateWorker>();
builder.Services.AddDueWorker<BotSendWorker>();
builder.Services.AddDueWorker<CallReminderWorker>();
builder.Services.AddDueWorker<DealReminderWorker>();
builder.Services.AddDueWorker<ReassignmentWorker>();
builder.Services.AddDueWorker<OwnerDigestWorker>();
builder.Services.AddDueWorker<LedgerCheckWorker>();
builder.Services.AddDueWorker<ValuationWorker>();
builder.Services.AddDueWorker<SignInCleanupWorker>();
builder.Services.AddDueWorker<SearchTextWorker>();
builder.Services.AddDueWorker<StaffCleanupWorker>();
builder.Services.AddDueWorker<StoredFileCleanupWorker>();
builder.Services.AddDueWorker<ImportWorker>();
builder.Services.AddBackgroundJobs(configuration);
builder.Services.AddClientAuthentication();
builder.Services.AddClientApi(configuration);
builder.Services.AddPublicSite();
builder.Services.AddStaffCookieAuthentication();
builder.Services.AddStaffApi();
builder.Services.AddSignInLinks();
builder.Services.AddResourceApi();
builder.Services.AddStaffSignInLimit();
builder.Services.AddAdmin();
builder.Services.AddDeveloperPanel(configuration, builder.Environment);
builder.Services.AddHealth();
if (builder.Environment.IsDevelopment())
{
    builder.Services.AddSandboxMarket();
    builder.Services.AddSandboxTelegram(configuration);
    builder.Services.AddSandboxInbox(configuration);
    builder.Services.AddDemoSignIn(configuration);
}

var app = builder.Build();
app.StartTelemetry();
// Beside the endpoints, which take as long to build and need no database.
var checks = Task.Run(async () =>
{
    app.Services.CheckResources();
    await app.PrepareDatabaseAsync();
});

app.UseForwardedHeaders();
app.UseMiddleware<RequestLog>();
app.UsePublicSite();
app.UseAdmin();
app.UseDeveloperPanel();
app.UseApiHead();
app.UseRouting();
app.UseClientApi();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();

app.MapHealth();
app.MapStaticAssets();
app.MapPublicSite();
app.MapClientApi();
app.MapStaffAccountApi();
app.MapResourceApi();
app.MapOldStaffAddresses();
app.MapAdmin();
app.MapDeveloperPanel();
app.MapTwilioStatus();
app.MapTelegramWebhook();
if (app.Environment.IsDevelopment())
{
    app.MapSandboxMarket();
    app.MapSandboxInbox();
    app.MapSandboxTelegram();
    app.MapSandboxTokens();
    app.MapSandboxSignIn();
}
app.BuildEndpoints();
await checks;
await app.RunAsync();

/// <summary>Entry point, named for the tests.</summary>
public partial class Program;
