namespace SaleAuto.Valuations;

public class ValuationSettings_Tests
{
    [Fact]
    public void Should_Start_With_Values_That_Make_Sense() => new ValuationSettings().FindWrongFields().ShouldBeEmpty();

    [Fact]
    public void Should_Name_The_Wrong_Fields()
    {
        var settings = new ValuationSettings
        {
            MinComparables = 0,
            Margin = 1.2m,
            RepairFair = 0.01m, // less than for a good car
            FineRoundingBelow = 12_345m,
            Comparison = new ComparisonSettings { MaxWideningYears = 0, Mileage = new PriceEffect(0.1, 0.05), Power = new PriceEffect(0.5, 0) },
        };

        settings.FindWrongFields().ShouldBe(
            [
                "MinComparables", "Margin", "RepairFair", "RepairNotRunning", "FineRoundingBelow",
                "Comparison.MaxWideningYears", "Comparison.FirstSearchYears", "Comparison.Mileage.Usual", "Comparison.Power.Spread",
            ]);
    }

    [Fact]
    public void Should_Be_Equal_When_Every_Coefficient_Is() =>
        new ValuationSettings { Comparison = new ComparisonSettings { FitYears = 5 } }.ShouldBe(new ValuationSettings { Comparison = new ComparisonSettings { FitYears = 5 } });
}
