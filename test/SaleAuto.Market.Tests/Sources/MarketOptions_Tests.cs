using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SaleAuto.Market;

public class MarketOptions_Tests
{
    private readonly Dictionary<string, string?> _settings = new()
    {
        ["Market:PlateRegistry"] = "https://registry.example",
        ["Market:Sources:0:Name"] = "drom.ru",
    };

    [Fact]
    public void Should_Complete_A_Known_Site_From_Its_Preset()
    {
        _settings["Market:Sources:0:Politeness:Delay"] = "00:00:09";

        var drom = Read().Sources.Single();

        drom.BaseAddress.ShouldBe("https://auto.drom.ru");
        drom.SearchPath.ShouldBe("{make}/{model}/?minyear={yearFrom}&maxyear={yearTo}&unsold=1");
        drom.Politeness.Delay.ShouldBe(TimeSpan.FromSeconds(9));
        drom.Politeness.MaxPages.ShouldBe(4);
        drom.Slugs.OfModel("BMW", "3 серия").ShouldBe("3-series");
        drom.Extraction.Card.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("drom.ru")]
    [InlineData("auto.ru")]
    [InlineData("avito.ru")]
    public void Should_Ship_Presets_That_Are_Valid_And_Ask_Seldom(string site)
    {
        _settings["Market:Sources:0:Name"] = site;

        var preset = Read().Sources.Single();

        preset.Politeness.Delay.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
        preset.Politeness.Concurrency.ShouldBe(1);
    }

    [Fact]
    public void Should_Ask_A_Schema_Org_Site_That_Is_Only_Named_By_Its_Address()
    {
        _settings["Market:Sources:0:Name"] = "schema.org";
        _settings["Market:Sources:0:BaseAddress"] = "https://cars.example/";

        Read().Sources.Single().SearchPath.ShouldStartWith("search?make={make}");
    }

    [Fact]
    public void Should_Name_All_Missing_Settings()
    {
        _settings.Clear();

        var faults = Should.Throw<OptionsValidationException>(() => Read()).Failures;

        faults.ShouldContain(fault => fault.StartsWith("Market:Sources is missing"));
        faults.ShouldContain(fault => fault.StartsWith("Market:PlateRegistry is missing"));
    }

    [Theory]
    [InlineData("Market:PlateRegistry", "registry.example", "Market:PlateRegistry")]
    [InlineData("Market:PlateRegistry", "/sandbox/registry", "Market:PlateRegistry")] // no sandbox here
    [InlineData("Market:Sources:0:BaseAddress", "ftp://cars.example", "Market:Sources:0:BaseAddress")]
    [InlineData("Market:Sources:0:Name", "unknown", "Market:Sources:0:SearchPath")]
    [InlineData("Market:Sources:0:Name", "a/../b", "Market:Sources:0:Name")]
    [InlineData("Market:Sources:1:Name", "DROM.RU", "twice")]
    [InlineData("Market:Sources:0:Politeness:Concurrency", "0", "Market:Sources:0:Politeness")]
    [InlineData("Market:Registry:Politeness:Timeout", "0", "Market:Registry:Politeness")]
    [InlineData("Market:SearchTimeout", "00:00:00", "Market:SearchTimeout")]
    [InlineData("Market:Fetching:UserAgent", "100% human", "Market:Fetching:UserAgent")]
    public void Should_Name_The_Setting_That_Cannot_Work(string key, string value, string named)
    {
        _settings[key] = value;

        Should.Throw<OptionsValidationException>(() => Read()).Message.ShouldContain(named);
    }

    private MarketOptions Read()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        using var services = new ServiceCollection().AddMarket(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<MarketOptions>>().Value;
    }
}
