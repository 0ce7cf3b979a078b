using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SaleAuto.Clients;
using SaleAuto.Messages;

namespace SaleAuto;

/// <summary>The whole program on a port of its own, with a settable clock and an SMS inbox in place of the outbox.</summary>
public sealed class ApiHost : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database;
    private readonly (string Key, string Value)[] _settings;
    private readonly Action<IServiceCollection>? _configure;

    public ApiHost(TestDatabase database, params (string Key, string Value)[] settings)
        : this(database, null, settings)
    {
    }

    public ApiHost(TestDatabase database, Action<IServiceCollection>? configure, params (string Key, string Value)[] settings)
    {
        (_database, _configure, _settings) = (database, configure, settings);
        UseKestrel(0);
        StartServer();
    }

    public SettableClock Clock { get; } = new();

    public SmsInbox Sms { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public ApiClient NewClient(string language = "ru", bool keepCookies = false)
    {
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = keepCookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return new ApiClient(http, Sms);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:Provider", _database.Provider);
        builder.UseSetting("ConnectionStrings:Default", _database.ConnectionString);
        builder.UseSetting("DataFolder", Directory.CreateTempSubdirectory("saleauto-").FullName);
        builder.UseSetting("PublicUrl", "https://saleauto.test");
        builder.UseSetting("Demo:Enabled", "false");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
        builder.ConfigureLogging(logging => logging.AddProvider(Logs));
        builder.ConfigureTestServices(services =>
        {
            // No work in the background: a valuation that finishes between two steps of a test would change the answers.
            foreach (var hosted in services.Where(IsBackgroundWork).ToList())
            {
                services.Remove(hosted);
            }
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton<IMessageOutbox>(Sms));
            services.Replace(ServiceDescriptor.Singleton<IConsentTexts, AnyConsentTexts>());
            _configure?.Invoke(services);
        });
    }

    private static bool IsBackgroundWork(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.Assembly.GetName().Name is "Quartz" or "SaleAuto.BackgroundJobs";
}
