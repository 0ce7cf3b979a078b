using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SaleAuto.Blobs;
using SaleAuto.Cars;
using SaleAuto.Market;
using SaleAuto.Repositories;
using SaleAuto.Site;

namespace SaleAuto.Sandbox;

/// <summary>The real search and the real lookup against the sandbox's sites and registry, over loopback HTTP.</summary>
public sealed class SandboxMarket_Tests(SandboxHost host) : IClassFixture<SandboxHost>
{
    public static TheoryData<string> Plates { get; } = [.. Enumerable.Range(1, 24).Select(i =>
        $"{PlateNumber.Letters[i % 12]}{(i * 37 % 999) + 1:000}{PlateNumber.Letters[i * 5 % 12]}{PlateNumber.Letters[i * 7 % 12]}{new[] { "77", "01", "178", "799", "16" }[i % 5]}")];

    [Theory]
    [MemberData(nameof(Plates))]
    public async Task Should_Lead_From_Any_Plate_To_Enough_Adverts(string plate)
    {
        var car = await host.Lookup.FindAsync(PlateNumber.Parse(plate), default);

        car.ShouldNotBeNull();
        VehicleNames.Shipped.Normalize(car.Make, car.Model).ShouldBe((car.Make, car.Model));
        car.Vin!.Length.ShouldBe(17);
        var found = await host.Search.SearchAsync(new MarketQuery(car.Make, car.Model, car.Year - 1, car.Year + 1), default);
        found.FailedSources.ShouldBeEmpty();
        var same = found.Listings.Where(x => x.Vehicle.Make == car.Make && x.Vehicle.Model == car.Model).ToList();
        same.Count(x => x.Vehicle.Year is { } year && Math.Abs(year - car.Year) <= 1).ShouldBeGreaterThanOrEqualTo(25);
        same.DistinctBy(x => (x.Vehicle.Year, x.Vehicle.MileageKm, x.Price)).Count().ShouldBeInRange(20, 70);
    }

    [Fact]
    public async Task Should_Give_The_Same_Car_For_The_Same_Plate()
    {
        var one = await host.Lookup.FindAsync(PlateNumber.Parse("А123ВС77"), default);
        var other = await host.Lookup.FindAsync(PlateNumber.Parse("a123bc 77"), default);

        other.ShouldBe(one);
    }

    [Fact]
    public async Task Should_Not_Know_Plates_Of_One_Region() =>
        (await host.Lookup.FindAsync(PlateNumber.Parse("А123ВС199"), default)).ShouldBeNull();

    [Fact]
    public async Task Should_Fail_For_Plates_Of_Another_Region() =>
        await Should.ThrowAsync<SourceUnavailableException>(host.Lookup.FindAsync(PlateNumber.Parse("А123ВС197"), default));

    [Theory]
    [InlineData("sandbox-ads")]
    [InlineData("sandbox-board")]
    [InlineData("sandbox-dealers")]
    public async Task Should_Read_Every_Part_Of_The_Adverts_Of_Each_Site(string source)
    {
        var found = await host.Search.SearchAsync(new MarketQuery("Kia", "Rio", 2017, 2019), default);

        var listings = found.Listings.Where(x => x.Source == source).ToList();
        listings.ShouldNotBeEmpty();
        listings.ShouldAllBe(x => x.Price > 0 && x.Currency == "RUB" && x.Vehicle.Make == "Kia" && x.Vehicle.Model == "Rio");
        listings.ShouldAllBe(x => x.Vehicle.Year >= 2017 && x.Vehicle.Year <= 2019 && x.Vehicle.MileageKm > 1000);
        listings.ShouldAllBe(x => x.Vehicle.PowerHp == 123 && x.Vehicle.EngineLitres == 1.6m && x.Vehicle.Fuel == "petrol" && x.Vehicle.Drive == "front");
        listings.ShouldAllBe(x => x.Vehicle.Gearbox == "manual" || x.Vehicle.Gearbox == "automatic");
    }

    [Fact]
    public async Task Should_Say_Honestly_That_It_Has_No_Such_Car()
    {
        var found = await host.Search.SearchAsync(new MarketQuery("Ferrari", "Roma", 2020, 2022), default);

        found.FailedSources.ShouldBeEmpty();
        found.Listings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Show_The_Page_Of_Every_Advert()
    {
        var found = await host.Search.SearchAsync(new MarketQuery("Lada", "Granta", 2018, 2018), default);
        using var http = new HttpClient();

        var pages = await Task.WhenAll(found.Listings.Select(listing => http.GetAsync(listing.Url)));

        pages.Length.ShouldBeGreaterThan(15);
        pages.ShouldAllBe(page => page.StatusCode == HttpStatusCode.OK);
        (await pages[0].Content.ReadAsStringAsync()).ShouldContain("Пробег");
    }

    [Theory]
    [InlineData("/sandbox/market", HttpStatusCode.OK)]
    [InlineData("/sandbox/market/style.css", HttpStatusCode.OK)]
    [InlineData("/sandbox/market/ads/kia/rio/0", HttpStatusCode.NotFound)]
    [InlineData("/sandbox/market/ads/kia/rio?page=0&yearFrom=-5&yearTo=2147483647", HttpStatusCode.OK)]
    [InlineData("/sandbox/registry/api/vehicles/nonsense", HttpStatusCode.BadRequest)]
    public async Task Should_Answer_People_Too(string path, HttpStatusCode status)
    {
        using var http = new HttpClient();

        (await http.GetAsync(new Uri(host.Url, path))).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Should_Answer_As_The_Registry_Is_Documented()
    {
        using var http = new HttpClient();

        var car = await http.GetFromJsonAsync<JsonElement>(new Uri(host.Url, "/sandbox/registry/api/vehicles/А123ВС77"));

        car.EnumerateObject().Select(part => part.Name).ShouldBe(["make", "model", "year", "vin", "powerHp", "engineLitres", "fuel", "gearbox", "drive"]);
    }

    [Fact]
    public void Should_Sell_Only_Models_Of_The_Dictionary_And_Enough_Of_Each_Year()
    {
        foreach (var model in SandboxModel.All)
        {
            VehicleNames.Shipped.Normalize(model.Make, model.Model).ShouldBe((model.Make, model.Model));
            for (var year = model.FirstYear; year <= model.LastYear; year++)
            {
                var cars = SandboxCars.Of(model, year - 1, year + 1, 2026).Where(car => !car.IsSold && car.Price is not null && !car.Id.EndsWith("-2", StringComparison.Ordinal)).ToList();
                cars.Count.ShouldBeInRange(25, 60, $"{model.Make} {model.Model} {year}");
            }
        }
    }

    [Fact]
    public void Should_Price_Cars_Plausibly()
    {
        var rio = SandboxModel.All.Single(model => model is { Make: "Kia", Model: "Rio" });

        decimal Median(int year) => SandboxCars.Of(rio, year, year, 2026).Where(car => car.Price is not null).Select(car => car.Price!.Value).Order().ElementAt(8);

        Median(2020).ShouldBeInRange(850_000, 1_300_000);
        Median(2012).ShouldBeInRange(450_000, 750_000);
        Median(2006).ShouldBeLessThan(Median(2012));
        Median(2012).ShouldBeLessThan(Median(2018));
    }
}

/// <summary>The program reduced to sandbox and market.</summary>
public sealed class SandboxHost : IAsyncLifetime
{
    private WebApplication _app = null!;

    public Uri Url => new(_app.Urls.First());

    public IVehicleLookup Lookup => _app.Services.GetRequiredService<IVehicleLookup>();

    public IMarketSearch Search => _app.Services.GetRequiredService<IMarketSearch>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new ManualTime(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero)));
        builder.Services.AddSingleton<IBlobContainer, BlobsInMemory>();
        builder.Services.AddSingleton<IMarketSnapshotRepository, SnapshotsInMemory>();
        builder.Services.AddSingleton<IMarketSourceHealthRepository, HealthsInMemory>();
        builder.Services.AddSingleton<IUnitOfWork, NoUnitOfWork>();
        builder.Services.AddMarket(new ConfigurationBuilder().AddInMemoryCollection([new("Market:Registry:Politeness:RetryDelay", "0")]).Build());
        builder.Services.AddSandboxMarket();
        _app = builder.Build();
        _app.MapSandboxMarket();
        _app.MapGet("/robots.txt", (IOptions<PublicAddress> address) => SearchFiles.Robots(address)); // the program's own rules must let its market in
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();
}
