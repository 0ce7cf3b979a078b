namespace SaleAuto.Accounting.Distributions;

public class DistributionTerms_Tests
{
    private static readonly Guid Manager = Guid.CreateVersion7();
    private static readonly Guid Buyer = Guid.CreateVersion7();
    private static readonly Guid Seller = Guid.CreateVersion7();

    [Fact]
    public void Should_Share_Out_The_Example_Of_The_Domain_Facts_By_The_Delivered_Policy()
    {
        var lines = DistributionTerms.Delivered.Distribute(Car(102_500m));

        lines.Select(x => (x.RulePlace, x.Share, x.StaffId, x.Value, x.Base, x.Amount, x.Reason)).ShouldBe([
            (1, DistributionShare.Reserve, null, 10m, 102_500m, 10_250m, LineReason.Rule),
            (2, DistributionShare.Manager, Manager, 10m, 102_500m, 10_250m, LineReason.Rule),
            (3, DistributionShare.BuyingSeller, Buyer, 20m, 102_500m, 20_500m, LineReason.Rule),
            (4, DistributionShare.SellingSeller, Seller, 20m, 102_500m, 20_500m, LineReason.Rule),
            (null, DistributionShare.Company, null, 40m, 102_500m, 41_000m, LineReason.Rest),
        ]);
    }

    [Fact]
    public void Should_Pay_Fixed_Sums_First_And_Percents_From_What_They_Leave()
    {
        var terms = Terms(Percent(DistributionShare.Manager, 10), Fixed(DistributionShare.BuyingSeller, 5_000), Fixed(DistributionShare.Reserve, 1_000));

        terms.Distribute(Car(10_000m)).Select(x => (x.RulePlace, x.Base, x.Amount, x.Reason)).ShouldBe([
            (2, 10_000m, 5_000m, LineReason.Rule), (3, 5_000m, 1_000m, LineReason.Rule), (1, 4_000m, 400m, LineReason.Rule), (null, 4_000m, 3_600m, LineReason.Rest),
        ]);
    }

    [Fact]
    public void Should_Pay_Fixed_Sums_As_Long_As_The_Profit_Lasts()
    {
        var terms = Terms(Fixed(DistributionShare.BuyingSeller, 5_000), Fixed(DistributionShare.SellingSeller, 5_000), Fixed(DistributionShare.Manager, 1_000), Percent(DistributionShare.Manager, 10));

        terms.Distribute(Car(7_000.50m)).Select(x => (x.StaffId, x.Base, x.Amount, x.Reason)).ShouldBe([
            (Buyer, 7_000.50m, 5_000m, LineReason.Rule), (Seller, 2_000.50m, 2_000.50m, LineReason.ProfitRanOut),
        ]);
    }

    [Fact]
    public void Should_Give_The_Share_Of_A_Missing_Role_To_The_Company_And_Say_So()
    {
        var lines = Terms(Percent(DistributionShare.Manager, 10), Percent(DistributionShare.SellingSeller, 20)).Distribute(Car(1_000m) with { ManagerId = null });

        lines.Select(x => (x.Share, x.StaffId, x.Amount, x.Reason, x.IsCompanys)).ShouldBe([
            (DistributionShare.Manager, null, 100m, LineReason.NobodyInRole, true),
            (DistributionShare.SellingSeller, Seller, 200m, LineReason.Rule, false),
            (DistributionShare.Company, null, 700m, LineReason.Rest, true),
        ]);
    }

    [Theory]
    [InlineData(100_000, 10, 0)] // not above
    [InlineData(100_000.01, 10, 10_000)]
    [InlineData(200_000, 9, 0)]
    [InlineData(200_000, 30, 20_000)]
    [InlineData(200_000, 31, 0)]
    public void Should_Keep_To_The_Conditions(double profit, int days, double expected)
    {
        var terms = Terms(Percent(DistributionShare.Manager, 10) with { ProfitAbove = 100_000, FromDays = 10, ToDays = 30 });

        terms.Distribute(Car((decimal)profit) with { DaysInStock = days }).Where(x => x.StaffId == Manager).Sum(x => x.Amount).ShouldBe((decimal)expected);
    }

    [Fact]
    public void Should_Leave_Kopecks_Of_Rounding_To_The_Company()
    {
        var lines = Terms(Percent(DistributionShare.Manager, 33.33m), Percent(DistributionShare.BuyingSeller, 33.33m), Percent(DistributionShare.SellingSeller, 33.34m)).Distribute(Car(0.10m));

        lines.Select(x => (x.StaffId, x.Amount)).ShouldBe([(Manager, 0.03m), (Buyer, 0.03m), (Seller, 0.03m), (null, 0.01m)]);
    }

    [Fact]
    public void Should_Leave_A_Loss_To_The_Company_Unless_The_Policy_Shares_It()
    {
        var alone = Terms(Fixed(DistributionShare.Manager, 5_000), Percent(DistributionShare.BuyingSeller, 50));
        var shared = alone with { Loss = LossRule.SharedByPercents };

        alone.Distribute(Car(-1_000.01m)).Select(x => (x.Amount, x.Reason)).ShouldBe([(-1_000.01m, LineReason.CompanyBearsLoss)]);
        shared.Distribute(Car(-1_000.01m)).Select(x => (x.StaffId, x.Amount)).ShouldBe([(Buyer, -500m), (null, -500.01m)]); // the odd kopeck of the loss is the company's, too
    }

    [Fact]
    public void Should_Have_Nothing_To_Share_Out_Of_Nothing() => DistributionTerms.Delivered.Distribute(Car(0)).ShouldBeEmpty();

    [Fact]
    public void Should_Refuse_Percents_That_Exceed_The_Whole_For_Some_Car()
    {
        var apart = Terms(Percent(DistributionShare.Manager, 60), Percent(DistributionShare.BuyingSeller, 40) with { ToDays = 30 }, Percent(DistributionShare.SellingSeller, 40) with { FromDays = 31 });
        var overlapping = Terms(Percent(DistributionShare.Manager, 60), Percent(DistributionShare.BuyingSeller, 40) with { ToDays = 31 }, Percent(DistributionShare.SellingSeller, 0.01m) with { FromDays = 31, ProfitAbove = 1_000_000 });

        apart.FindFaults().ShouldBeEmpty();
        Terms(Percent(DistributionShare.Manager, 60), Percent(DistributionShare.Manager, 40.01m)).FindFaults().ShouldHaveSingleItem().Code.ShouldBe(SaleAutoErrorCodes.Distributions.PercentsExceed);
        var fault = overlapping.FindFaults().ShouldHaveSingleItem();
        (fault.Field, fault.Code, fault.Values!["Sum"], fault.Values["Days"]).ShouldBe(("Rules", SaleAutoErrorCodes.Distributions.PercentsExceedByDays, 100.01m, 31));
    }

    [Fact]
    public void Should_Name_Every_Wrong_Field()
    {
        var terms = Terms(
            Percent(DistributionShare.Person, 5),
            Percent(DistributionShare.Manager, 101),
            Percent(DistributionShare.Manager, 0.001m),
            Fixed(DistributionShare.Manager, 10.005m),
            Fixed(DistributionShare.Manager, 10) with { ProfitAbove = -1, FromDays = 20, ToDays = 10 },
            Fixed(DistributionShare.Manager, 10) with { FromDays = -1, ToDays = 100_000 });

        terms.FindFaults().Select(x => x.Field).ShouldBe([
            "Rules[0].StaffId", "Rules[1].Value", "Rules[2].Value", "Rules[3].Value", "Rules[4].ProfitAbove", "Rules[4].ToDays", "Rules[5].FromDays", "Rules[5].ToDays",
        ]);
        Terms([.. Enumerable.Repeat(Fixed(DistributionShare.Manager, 1), 31)]).FindFaults().ShouldHaveSingleItem().Code.ShouldBe(SaleAutoErrorCodes.Distributions.TooManyRules);
    }

    private static CarResult Car(decimal profit) => new() { Profit = profit, DaysInStock = 20, ManagerId = Manager, BuyingSellerId = Buyer, SellingSellerId = Seller };

    private static DistributionTerms Terms(params DistributionRule[] rules) => new(LossRule.CompanyBears, rules);

    private static DistributionRule Percent(DistributionShare share, decimal percent) => new() { Share = share, Measure = RuleMeasure.Percent, Value = percent };

    private static DistributionRule Fixed(DistributionShare share, decimal sum) => new() { Share = share, Measure = RuleMeasure.FixedSum, Value = sum };
}
