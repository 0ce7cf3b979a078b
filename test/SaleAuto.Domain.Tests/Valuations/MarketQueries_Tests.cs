using SaleAuto.Market;
using static SaleAuto.Valuations.SampleMarket;

namespace SaleAuto.Valuations;

public class MarketQueries_Tests
{
    private static readonly ComparisonSettings Settings = new() { FirstSearchYears = 2, MaxWideningYears = 10 };

    [Fact]
    public void Should_Ask_Near_Years_First_And_Then_As_Far_As_The_Widening_Goes() =>
        MarketQueries.For(SoughtCar with { Year = 2012 }, Settings, Now).ShouldBe([new MarketQuery("Kia", "Rio", 2010, 2014), new MarketQuery("Kia", "Rio", 2002, 2022)]);

    [Fact]
    public void Should_Not_Ask_For_Years_To_Come() =>
        MarketQueries.For(SoughtCar with { Year = 2025 }, Settings, Now).ShouldAllBe(q => q.YearTo == 2025);
}
