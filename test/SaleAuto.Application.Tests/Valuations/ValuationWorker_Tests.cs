using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Leads;
using SaleAuto.Market;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Valuations;

public abstract class ValuationWorker_Tests : IAsyncLifetime
{
    private readonly World _world = new();
    private readonly TestApplication _app;

    protected ValuationWorker_Tests(TestDatabase database) => _app = new TestApplication(database, services =>
    {
        services.AddScoped<ValuationWorker>();
        services.AddSingleton<IVehicleLookup>(_world);
        services.AddSingleton<IMarketSearch>(_world);
    });

    public Task InitializeAsync() => DutyRoster.EnsureManagerAsync(_app);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Give_The_Client_A_Range_With_Its_Evidence()
    {
        var lead = await ConfirmedLeadAsync();

        await RunWorkerAsync();

        var valuation = await ValuationAsync(lead);
        valuation.Status.ShouldBe(ValuationStatus.Ready);
        (valuation.Make, valuation.Model, valuation.Year).ShouldBe(("Kia", "Rio", 2018));
        valuation.OfferLow!.Value.ShouldBeLessThan(valuation.OfferHigh!.Value);
        valuation.OfferHigh.Value.ShouldBeLessThan(valuation.MarketAverage!.Value);
        valuation.SampleSize.ShouldNotBeNull().ShouldBeGreaterThan(10);
        valuation.ValidUntil.ShouldBe(_app.Clock.Now.AddDays(7));
        valuation.Evidence.ShouldNotBeNull().ShouldContain("https://ads.test/1");
        (await LeadStatusAsync(lead)).ShouldBe(LeadStatus.Valued);
    }

    [Fact]
    public async Task Should_Leave_An_Unknown_Plate_To_The_Manager()
    {
        _world.Vehicle = null;
        var lead = await ConfirmedLeadAsync();

        await RunWorkerAsync();

        await ShouldBeManualAsync(lead, ManualValuationReason.PlateUnknown);
        (await LeadStatusAsync(lead)).ShouldBe(LeadStatus.New); // the call happens all the same
    }

    [Fact]
    public async Task Should_Leave_Too_Few_Adverts_To_The_Manager()
    {
        _world.Listings = [.. _world.Listings.Take(1)];
        var lead = await ConfirmedLeadAsync();

        await RunWorkerAsync();

        await ShouldBeManualAsync(lead, ManualValuationReason.TooFewComparables);
    }

    [Fact]
    public async Task Should_Tell_A_Dead_Market_From_An_Empty_One()
    {
        _world.MarketAnswers = false;
        var lead = await ConfirmedLeadAsync();

        await RunWorkerAsync();

        await ShouldBeManualAsync(lead, ManualValuationReason.MarketUnavailable);
    }

    [Fact]
    public async Task Should_Ask_A_Failing_Registry_Again_With_Growing_Pauses_And_Then_Give_Up()
    {
        _world.RegistryFails = true;
        var lead = await ConfirmedLeadAsync();

        await RunWorkerAsync();
        await RunWorkerAsync(); // not due yet
        _world.Lookups.ShouldBe(1);
        (await ValuationAsync(lead)).Status.ShouldBe(ValuationStatus.Pending);

        _app.Clock.Advance(TimeSpan.FromSeconds(5));
        await RunWorkerAsync();
        _app.Clock.Advance(TimeSpan.FromSeconds(15));
        await RunWorkerAsync();

        _world.Lookups.ShouldBe(3);
        await ShouldBeManualAsync(lead, ManualValuationReason.RegistryUnavailable);
    }

    [Fact]
    public async Task Should_Recover_When_The_Registry_Comes_Back()
    {
        _world.RegistryFails = true;
        var lead = await ConfirmedLeadAsync();
        await RunWorkerAsync();

        _world.RegistryFails = false;
        _app.Clock.Advance(TimeSpan.FromSeconds(5));
        await RunWorkerAsync();

        (await ValuationAsync(lead)).Status.ShouldBe(ValuationStatus.Ready);
    }

    [Fact]
    public async Task Should_Take_Over_What_A_Crashed_Node_Had_Claimed()
    {
        var lead = await ConfirmedLeadAsync();
        await _app.RunAsync<IValuationRepository, IReadOnlyList<Guid>>(v => v.ClaimDueAsync(10, _app.Clock.Now, TimeSpan.FromMinutes(5), default));

        await RunWorkerAsync();
        (await ValuationAsync(lead)).Status.ShouldBe(ValuationStatus.Pending);

        _app.Clock.Advance(TimeSpan.FromMinutes(5.1));
        await RunWorkerAsync();
        (await ValuationAsync(lead)).Status.ShouldBe(ValuationStatus.Ready);
    }

    [Fact]
    public async Task Should_Value_Each_Lead_Once_With_Many_Workers()
    {
        for (var i = 0; i < 6; i++)
        {
            await ConfirmedLeadAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RunWorkerAsync)));

        _world.Lookups.ShouldBe(6);
    }

    private async Task<Guid> ConfirmedLeadAsync()
    {
        var phone = PhoneNumber.Parse($"+7916{Random.Shared.Next(1_000_000, 9_999_999)}");
        return await _app.RunAsync<IServiceProvider, Guid>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                var details = new LeadDetails { Plate = PlateNumber.Parse("А123ВС77"), MileageKm = 90_000, Condition = CarCondition.Good };
                var lead = await scope.GetRequiredService<LeadManager>().DraftAsync(LeadKind.Buyout, phone, "Иван", details, _app.Clock.Now, token);
                await scope.GetRequiredService<IUnitOfWork>().SaveChangesAsync(token);
                var client = await scope.GetRequiredService<ClientManager>().GetOrCreateAsync(phone, null, token);
                client.ConfirmPhone(lead.Id, _app.Clock.Now);
                return lead.Id;
            },
            default));
    }

    private Task RunWorkerAsync() => _app.RunAsync<ValuationWorker>(worker => worker.RunAsync(default));

    private Task<Valuation> ValuationAsync(Guid lead) =>
        _app.InDatabaseAsync(db => db.Set<Valuation>().AsNoTracking().SingleAsync(v => v.LeadId == lead));

    private Task<LeadStatus> LeadStatusAsync(Guid lead) =>
        _app.InDatabaseAsync(db => db.Set<Lead>().Where(l => l.Id == lead).Select(l => l.Status).SingleAsync());

    private async Task ShouldBeManualAsync(Guid lead, ManualValuationReason reason)
    {
        var valuation = await ValuationAsync(lead);
        (valuation.Status, valuation.ManualReason, valuation.OfferLow).ShouldBe((ValuationStatus.Manual, reason, null));
    }

    /// <summary>Registry and market outside the program, as the test wants them to behave.</summary>
    private sealed class World : IVehicleLookup, IMarketSearch
    {
        private int _lookups;

        public VehicleRecord? Vehicle { get; set; } = new() { Make = "Kia", Model = "Rio", Year = 2018 };

        public IReadOnlyList<MarketListing> Listings { get; set; } = [.. Enumerable.Range(1, 30).Select(Advert)];

        public bool RegistryFails { get; set; }

        public bool MarketAnswers { get; set; } = true;

        public int Lookups => _lookups;

        public Task<VehicleRecord?> FindAsync(PlateNumber plate, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _lookups);
            return RegistryFails ? throw new SourceUnavailableException("registry", "503") : Task.FromResult(Vehicle);
        }

        public Task<MarketSearchResult> SearchAsync(MarketQuery query, CancellationToken cancellationToken) => Task.FromResult(MarketAnswers
            ? new MarketSearchResult(Listings, ["ads.test"], new Dictionary<string, SourceFailure>())
            : new MarketSearchResult([], [], new Dictionary<string, SourceFailure> { ["ads.test"] = SourceFailure.Unavailable }));

        private static MarketListing Advert(int number) => new()
        {
            Source = "ads.test",
            Url = $"https://ads.test/{number}",
            Title = "Kia Rio",
            Vehicle = new ListedVehicle { Make = "Kia", Model = "Rio", Year = 2017 + (number % 3), MileageKm = 60_000 + (number * 2_000) },
            Price = 1_100_000m + (number % 3 * 60_000m) - (number * 3_000m) + (number % 7 * 9_000m),
            Currency = "RUB",
        };
    }
}

public sealed class ValuationWorker_OnSqlite_Tests(SqliteDatabase database) : ValuationWorker_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class ValuationWorker_OnPostgreSql_Tests(PostgreSqlDatabase database) : ValuationWorker_Tests(database), IClassFixture<PostgreSqlDatabase>;
