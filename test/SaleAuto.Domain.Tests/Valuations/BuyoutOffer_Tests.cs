using SaleAuto.Cars;
using static SaleAuto.Valuations.SampleMarket;

namespace SaleAuto.Valuations;

public class BuyoutOffer_Tests
{
    private static readonly ValuationSettings Settings = new() { Margin = 0.1m, Risk = 0.05m, RepairGood = 0.02m, RepairPoor = 0.3m };

    [Theory]
    [InlineData(CarCondition.Good, 0.83)]
    [InlineData(CarCondition.Poor, 0.55)]
    public void Should_Deduct_Margin_Risk_And_Repair_By_Condition(CarCondition condition, double share)
    {
        var figures = Appraise(condition).Figures!;

        figures.OfferLow.ShouldBeInRange((figures.MarketLow * (decimal)share) - 5_000, figures.MarketLow * (decimal)share);
        figures.OfferHigh.ShouldBeInRange((figures.MarketHigh * (decimal)share) - 5_000, figures.MarketHigh * (decimal)share);
    }

    [Fact]
    public void Should_Count_An_Unnamed_Condition_As_Good() =>
        Appraise(null).Figures.ShouldBe(Appraise(CarCondition.Good).Figures);

    [Fact]
    public void Should_Explain_The_Way_From_Market_To_Offer_To_The_Rouble()
    {
        var appraisal = Appraise(CarCondition.Poor);

        appraisal.Evidence.Deductions.Select(d => d.Name).ShouldBe([DeductionNames.Margin, DeductionNames.Risk, DeductionNames.Repair, DeductionNames.Rounding]);
        appraisal.Evidence.Deductions.ShouldAllBe(d => d.Amount <= 0);
        (appraisal.Figures!.MarketLow + appraisal.Evidence.Deductions.Sum(d => d.Amount)).ShouldBe(appraisal.Figures.OfferLow);
    }

    [Theory]
    [InlineData(1, 5_000)]
    [InlineData(10, 1_000)]
    public void Should_Round_Down_Finer_For_Cheap_Cars(int cheaper, int step)
    {
        var figures = Appraise(CarCondition.Good, cheaper).Figures!;

        (figures.OfferLow % step).ShouldBe(0);
        (figures.OfferHigh % step).ShouldBe(0);
    }

    private static Appraisal Appraise(CarCondition? condition, int cheaper = 1) =>
        new MarketAppraiser().Appraise(SoughtCar, condition, Adverts(30).ConvertAll(a => a with { Price = a.Price / cheaper }), Settings, Now);
}
