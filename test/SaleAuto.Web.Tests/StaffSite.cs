using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Market;
using SaleAuto.Messages;
using SaleAuto.Staff;
using SaleAuto.Users;
using SaleAuto.Valuations;
using SaleAuto.Workers;

namespace SaleAuto;

/// <summary>The host on a real port, with demo rows in a data folder of its own. Gateways are stand-ins: these pages use none.</summary>
public sealed class StaffSite : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-web-").FullName;

    public StaffSite()
    {
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>A browser with cookies of its own that does not follow redirects.</summary>
    public StaffBrowser Open() => new(Address);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("DataFolder", _folder);
        builder.UseSetting("PublicUrl", "http://localhost");
        builder.ConfigureTestServices(services =>
        {
            services.AddScoped<ICurrentUser, StaffOfTheRequest>();
            services.AddSingleton<IWorkSignal>(new RecordedSignals());
            services.AddSingleton<NoGateways>();
            services.AddSingleton<IMessageOutbox>(x => x.GetRequiredService<NoGateways>());
            services.AddSingleton<IVehicleLookup>(x => x.GetRequiredService<NoGateways>());
            services.AddSingleton<IMarketSearch>(x => x.GetRequiredService<NoGateways>());
            services.AddSingleton<IAppraiser>(x => x.GetRequiredService<NoGateways>());
            services.AddSingleton<Clients.IConsentTexts>(x => x.GetRequiredService<NoGateways>());
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (Directory.Exists(_folder))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private sealed class StaffOfTheRequest(Microsoft.AspNetCore.Http.IHttpContextAccessor context) : ICurrentUser
    {
        public Guid? StaffId => context.HttpContext?.User.FindStaffId();

        public Guid? ClientId => null;
    }

    private sealed class NoGateways : IMessageOutbox, IVehicleLookup, IMarketSearch, IAppraiser, Clients.IConsentTexts
    {
        public Task AddAsync(MessageDraft draft, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<VehicleRecord?> FindAsync(Cars.PlateNumber plate, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<MarketSearchResult> SearchAsync(MarketQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Appraisal Appraise(VehicleSpec vehicle, Cars.CarCondition? condition, IReadOnlyList<MarketListing> listings, ValuationSettings settings, DateTime now) =>
            throw new NotSupportedException();

        public Clients.ConsentTextDto GetCurrent(Clients.ConsentKind kind) => throw new NotSupportedException();

        public Clients.ConsentTextDto? Find(Clients.ConsentKind kind, string version) => throw new NotSupportedException();
    }
}
