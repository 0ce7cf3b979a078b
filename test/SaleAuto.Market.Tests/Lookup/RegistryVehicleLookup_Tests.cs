using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SaleAuto.Cars;

namespace SaleAuto.Market;

public sealed class RegistryVehicleLookup_Tests : IAsyncLifetime
{
    private const string Path = "/base/api/vehicles/А123ВС77";
    private static readonly PlateNumber Plate = PlateNumber.Parse("А123ВС77");

    private readonly ManualTime _time = new();
    private StubSite _site = null!;
    private MarketWorld _world = null!;

    private IVehicleLookup Lookup => _world.Get<IVehicleLookup>();

    public async Task InitializeAsync()
    {
        _site = await StubSite.StartAsync();
        _world = new MarketWorld().WithSandbox(_site).With<TimeProvider>(_time)
            .With("Market:PlateRegistry", $"{_site.Url}base").With("Market:Registry:Politeness:Retries", "0");
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Should_Give_The_Car_Under_Its_Usual_Name()
    {
        _site.On(Path, """{"make":"КИА","model":"РИО","year":2018,"vin":"z94c241bbjr012345","powerHp":123,"engineLitres":1.6,"fuel":"Petrol","gearbox":"automatic","drive":"front"}""");

        var car = await Lookup.FindAsync(Plate, default);

        car.ShouldBe(new VehicleRecord
        {
            Make = "Kia",
            Model = "Rio",
            Year = 2018,
            Vin = "Z94C241BBJR012345",
            PowerHp = 123,
            EngineLitres = 1.6m,
            Fuel = "petrol",
            Gearbox = "automatic",
            Drive = "front",
        });
    }

    [Fact]
    public async Task Should_Take_A_Name_That_The_Dictionary_Does_Not_Know()
    {
        _site.On(Path, """{"make":"Trabant","model":"601 S","year":1985}""");

        var car = await Lookup.FindAsync(Plate, default);

        car.ShouldBe(new VehicleRecord { Make = "Trabant", Model = "601 S", Year = 1985 });
    }

    [Fact]
    public async Task Should_Leave_Out_What_Cannot_Be_True()
    {
        _site.On(Path, """{"make":"Kia","model":"Rio","year":2018,"vin":"IOQ","powerHp":-1,"engineLitres":1600,"fuel":"","gearbox":"a word much too long to be the name of a gearbox"}""");

        var car = await Lookup.FindAsync(Plate, default);

        car.ShouldBe(new VehicleRecord { Make = "Kia", Model = "Rio", Year = 2018 });
    }

    [Fact]
    public async Task Should_Know_That_A_Plate_Is_Unknown()
    {
        _site.On(Path, StubSite.Status(404));

        (await Lookup.FindAsync(Plate, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>gateway</html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"make":"Kia","model":"Rio"}""")]
    [InlineData("""{"make":"Kia","model":" ","year":2018}""")]
    [InlineData("""{"make":"Kia","model":"Rio","year":"soon"}""")]
    [InlineData("""{"make":"Kia","model":"Rio","year":2027}""")]
    [InlineData("""{"make":"Kia","model":"Rio","year":0}""")]
    public async Task Should_Not_Take_Rubbish_For_An_Unknown_Plate(string body)
    {
        _site.On(Path, body);

        await Should.ThrowAsync<SourceUnavailableException>(Lookup.FindAsync(Plate, default));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Should_Tell_A_Failing_Registry_From_An_Unknown_Plate(int status)
    {
        _site.On(Path, StubSite.Status(status));

        (await Should.ThrowAsync<SourceUnavailableException>(Lookup.FindAsync(Plate, default))).Message.ShouldContain($"{status}");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task Should_Know_A_Refusal(int status)
    {
        _site.On(Path, StubSite.Status(status));

        await Should.ThrowAsync<SourceBlockedException>(Lookup.FindAsync(Plate, default));
    }

    [Fact]
    public async Task Should_Come_Back_For_An_Answer_In_The_Making()
    {
        var car = JsonSerializer.Serialize(new { make = "Kia", model = "Rio", year = 2018 });
        _site.On(Path, StubSite.Status(202, ("Location", "/base/requests/7"), ("Retry-After", "5")))
            .OnEach("/base/requests/7", StubSite.Status(202), context => context.Response.WriteAsync(car));

        var find = Lookup.FindAsync(Plate, default);
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(5));
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(2));
        _time.Advance(TimeSpan.FromSeconds(2));

        (await find).ShouldNotBeNull().Year.ShouldBe(2018);
    }

    [Fact]
    public async Task Should_Not_Come_Back_For_Ever()
    {
        _site.On(Path, StubSite.Status(202, ("Retry-After", "3600"))); // a quarter of a minute is the longest pause

        var find = Lookup.FindAsync(Plate, default);
        for (var i = 0; i < 8; i++)
        {
            await _time.WaitForTimerAsync(TimeSpan.FromSeconds(15));
            _time.Advance(TimeSpan.FromSeconds(15));
        }

        (await Should.ThrowAsync<SourceUnavailableException>(find)).Message.ShouldContain("no answer within 120 s");
    }

    [Fact]
    public async Task Should_Not_Carry_The_Plate_To_Another_Host()
    {
        _site.On(Path, StubSite.Status(202, ("Location", "http://elsewhere.example/А123ВС77")));

        await Should.ThrowAsync<SourceUnavailableException>(Lookup.FindAsync(Plate, default));
    }

    [Fact]
    public async Task Should_Not_Name_The_Plate_In_A_Failure()
    {
        _site.On(Path, StubSite.Status(500));

        var failure = await Should.ThrowAsync<SourceUnavailableException>(Lookup.FindAsync(Plate, default));

        failure.ToString().ShouldNotContain("123");
    }
}
