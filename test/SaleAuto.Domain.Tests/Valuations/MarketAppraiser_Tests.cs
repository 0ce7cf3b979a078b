using SaleAuto.Cars;
using SaleAuto.Market;
using static SaleAuto.Valuations.SampleMarket;

namespace SaleAuto.Valuations;

public class MarketAppraiser_Tests
{
    private static readonly ValuationSettings Settings = new();

    [Fact]
    public void Should_Find_The_Price_Of_A_Common_SoughtCar()
    {
        var figures = Appraise(Adverts(40)).Figures.ShouldNotBeNull();

        figures.MarketMedian.ShouldBeInRange(960_000, 1_040_000);
        figures.MarketLow.ShouldBeLessThan(figures.MarketMedian);
        figures.MarketHigh.ShouldBeGreaterThan(figures.MarketMedian);
        figures.MarketAverage.ShouldBeInRange(950_000, 1_050_000);
        figures.OfferHigh.ShouldBeLessThan(figures.MarketHigh);
        figures.SampleSize.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Should_Adjust_For_Mileage_And_Age_As_The_Adverts_Say()
    {
        var adverts = Adverts(60, yearFrom: 2016, yearTo: 2021, noise: 0.02);

        var older = Appraise(adverts, SoughtCar with { Year = 2017, MileageKm = 150_000 }).Figures.ShouldNotBeNull();

        older.MarketMedian.ShouldBeInRange(FairPrice(2017, 150_000, 0.96), FairPrice(2017, 150_000, 1.04));
    }

    [Fact]
    public void Should_Give_No_Figure_From_Too_Few_Adverts()
    {
        var appraisal = Appraise(Adverts(Settings.MinComparables - 1));

        appraisal.Figures.ShouldBeNull();
        appraisal.ManualReason.ShouldBe(ManualValuationReason.TooFewComparables);
        appraisal.Evidence.Used.Count.ShouldBe(Settings.MinComparables - 1); // a manager sees what was found
        Appraise([]).ManualReason.ShouldBe(ManualValuationReason.TooFewComparables);
    }

    [Fact]
    public void Should_Obey_The_Least_Number_Of_Comparables()
    {
        var adverts = Adverts(6);

        Appraise(adverts, settings: Settings with { MinComparables = 6 }).Figures.ShouldNotBeNull();
        Appraise(adverts, settings: Settings with { MinComparables = 7 }).ManualReason.ShouldBe(ManualValuationReason.TooFewComparables);
    }

    [Fact]
    public void Should_Count_One_Car_On_Two_Sites_Once()
    {
        var adverts = Adverts(10);
        var copies = adverts.Select(a => a with { Source = "avito.ru", Url = a.Url.Replace("drom", "avito", StringComparison.Ordinal) });

        var appraisal = Appraise([.. adverts, .. copies, adverts[0]]);

        appraisal.Figures!.SampleSize.ShouldBe(Appraise(adverts).Figures!.SampleSize);
        appraisal.Figures.MarketMedian.ShouldBe(Appraise(adverts).Figures!.MarketMedian);
        appraisal.Evidence.Dropped.Count(d => d.Reason == DropReasons.Duplicate).ShouldBe(11);
    }

    [Fact]
    public void Should_Take_Twenty_Identical_Adverts_For_One_SoughtCar() =>
        Appraise([.. Enumerable.Range(0, 20).Select(i => Advert(i, 1_000_000))]).ManualReason.ShouldBe(ManualValuationReason.TooFewComparables);

    [Theory]
    [InlineData(1)]
    [InlineData(990)]
    [InlineData(450_000)]
    [InlineData(12_000_000)]
    public void Should_Drop_A_Price_That_No_Other_Advert_Supports(int price)
    {
        var odd = Advert(100, price);

        var appraisal = Appraise([.. Adverts(20), odd]);

        appraisal.Evidence.Dropped.Single(d => d.Url == odd.Url).Reason.ShouldBe(DropReasons.Outlier);
        appraisal.Figures!.MarketMedian.ShouldBeInRange(950_000, 1_050_000);
    }

    [Fact]
    public void Should_Say_Why_An_Advert_Cannot_Be_Compared()
    {
        var other = Advert(1, 900_000);
        MarketListing[] odd =
        [
            Advert(101, 10_000) with { Currency = "USD" },
            Advert(102, 0),
            Advert(103, 900_000, year: null),
            other with { Url = "104", Vehicle = other.Vehicle with { Model = "Ceed" } },
            Advert(105, 900_000, year: 1980),
            Advert(106, 900_000, mileageKm: 5_000_000),
        ];

        var dropped = Appraise([.. Adverts(20), .. odd]).Evidence.Dropped.ToDictionary(d => d.Url, d => d.Reason);

        odd.Select(o => dropped[o.Url]).ShouldBe(
            [DropReasons.Currency, DropReasons.Incomplete, DropReasons.Incomplete, DropReasons.OtherModel, DropReasons.OtherYear, DropReasons.Implausible]);
    }

    [Fact]
    public void Should_Compare_Names_Whatever_Their_Case_And_Spaces()
    {
        var adverts = Adverts(10).ConvertAll(a => a with { Currency = "RUR", Vehicle = a.Vehicle with { Make = "KIA", Model = " R io" } });

        Appraise(adverts).Figures.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(2020, "year±1")]
    [InlineData(2018, "year±2")]
    [InlineData(2016, "year±5")]
    public void Should_Widen_By_Stated_Steps(int yearOfAdverts, string widening)
    {
        var appraisal = Appraise(Adverts(80, yearFrom: yearOfAdverts, yearTo: yearOfAdverts));

        appraisal.Evidence.Widening.ShouldBe(widening);
        appraisal.Figures.ShouldNotBeNull();
    }

    [Fact]
    public void Should_Not_Use_Far_Years_When_Near_Ones_Suffice()
    {
        var appraisal = Appraise([.. Adverts(40), .. Adverts(40, yearFrom: 2010, yearTo: 2012).Select(a => a with { Url = a.Url + "/old" })]);

        appraisal.Evidence.Used.ShouldAllBe(u => Math.Abs(u.Year - 2020) <= 1);
        appraisal.Evidence.Dropped.Count(d => d.Reason == DropReasons.OtherYear).ShouldBe(40);
    }

    [Fact]
    public void Should_Keep_New_Cars_Out_Of_The_Price_Of_A_Driven_One()
    {
        var car = SoughtCar with { Year = 2025, MileageKm = 20_000 };
        var driven = Adverts(15, yearFrom: 2024, yearTo: 2025);
        var fresh = Enumerable.Range(200, 30).Select(i => Advert(i, FairPrice(2025, 0, 1.25) + i, 2025, 0));

        var alone = Appraise(driven, car).Figures!.MarketMedian;
        var mixed = Appraise([.. driven, .. fresh], car).Figures!.MarketMedian;

        mixed.ShouldBeInRange(alone * 0.96m, alone * 1.04m);
    }

    [Fact]
    public void Should_Count_Adverts_Without_Mileage_Less()
    {
        var appraisal = Appraise([.. Adverts(10, yearFrom: 2020, yearTo: 2020), Advert(100, 1_000_000, mileageKm: null)]);

        var without = appraisal.Evidence.Used.Single(u => u.MileageKm is null);
        without.Weight.ShouldBeLessThan(appraisal.Evidence.Used.Where(u => u.MileageKm is not null).Min(u => u.Weight));
    }

    [Fact]
    public void Should_Use_The_Gearbox_Where_Advert_And_Car_Have_It()
    {
        var adverts = Adverts(60).Select((a, i) => a with
        {
            Price = i % 2 == 0 ? a.Price : a.Price * 0.8m,
            Vehicle = a.Vehicle with { Gearbox = i % 2 == 0 ? "автомат" : "механика" },
        }).ToList();

        Appraise(adverts, SoughtCar with { Gearbox = "automatic" }).Figures!.MarketMedian.ShouldBeInRange(950_000, 1_050_000);
        Appraise(adverts, SoughtCar with { Gearbox = "manual" }).Figures!.MarketMedian.ShouldBeInRange(760_000, 840_000);
    }

    [Fact]
    public void Should_Trust_More_Adverts_And_Fresh_Adverts_And_Near_Prices_More()
    {
        var few = Appraise(Adverts(6)).Figures!.Confidence;
        var many = Appraise(Adverts(40)).Figures!.Confidence;
        var stale = Appraise(Adverts(40).ConvertAll(a => a with { PostedOn = DateOnly.FromDateTime(Now.AddDays(-200)) })).Figures!.Confidence;
        var spread = Appraise(Adverts(40, noise: 0.25)).Figures!.Confidence;

        many.ShouldBeGreaterThan(few);
        many.ShouldBeGreaterThan(stale);
        many.ShouldBeGreaterThan(spread);
        many.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Should_Keep_All_The_Evidence()
    {
        List<MarketListing> adverts = [.. Adverts(30), Advert(100, 1), Advert(101, 900_000) with { Currency = "EUR" }];

        var evidence = Appraise(adverts, condition: CarCondition.Fair).Evidence;

        evidence.RuleVersion.ShouldBe(MarketAppraiser.RuleVersion);
        evidence.AppraisedAt.ShouldBe(Now);
        evidence.Vehicle.ShouldBe(SoughtCar);
        evidence.Condition.ShouldBe(CarCondition.Fair);
        evidence.Settings.ShouldBe(Settings);
        evidence.Used.Select(u => u.Url).Concat(evidence.Dropped.Select(d => d.Url)).Order().ShouldBe(adverts.Select(a => a.Url).Order());
        evidence.Effects.Single(e => e.Name == "Mileage").Fitted.ShouldBeLessThan(0);
    }

    [Fact]
    public void Should_Not_Show_An_Offer_Under_The_Least_Sum()
    {
        var adverts = Adverts(20).ConvertAll(a => a with { Price = decimal.Round(a.Price / 200) });

        var appraisal = Appraise(adverts);

        appraisal.Figures.ShouldBeNull();
        appraisal.ManualReason.ShouldBe(ManualValuationReason.OutOfBounds);
    }

    [Fact]
    public void Should_Not_Show_A_Range_That_Says_Nothing() =>
        Appraise(Adverts(12, noise: 0.9, yearFrom: 2020, yearTo: 2020), settings: Settings with { MaxUncertainty = 0.2m }).ManualReason.ShouldBe(ManualValuationReason.OutOfBounds);

    [Fact]
    public void Should_Look_At_A_Bounded_Number_Of_Adverts()
    {
        var appraisal = Appraise(Adverts(5_000));

        appraisal.Figures!.SampleSize.ShouldBeLessThanOrEqualTo(Settings.Comparison.MaxListings);
        appraisal.Evidence.Dropped.ShouldContain(d => d.Reason == DropReasons.NotNeeded);
    }

    [Fact]
    public void Should_Value_Cars_That_Are_All_Alike()
    {
        var adverts = Enumerable.Range(0, 10).Select(i => Advert(i, 1_000_000 + i, 2020, 75_000)).ToList();

        Appraise(adverts).Figures!.MarketMedian.ShouldBeInRange(999_000, 1_001_000);
    }

    private static Appraisal Appraise(IReadOnlyList<MarketListing> adverts, VehicleSpec? car = null, CarCondition? condition = null, ValuationSettings? settings = null) =>
        new MarketAppraiser().Appraise(car ?? SoughtCar, condition, adverts, settings ?? Settings, Now);
}
