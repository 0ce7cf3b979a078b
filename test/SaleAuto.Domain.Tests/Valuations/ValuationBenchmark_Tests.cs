using SaleAuto.Benchmarks.Valuations;

namespace SaleAuto.Valuations;

public class ValuationBenchmark_Tests
{
    [Theory]
    [InlineData("6f8629cdf96db0c3b45b4e2710ed1dd54000000f", 1, true)]
    [InlineData("6f8629cdf96db0c3b45b4e2710ed1dd5408006b8", 1, false)]
    [InlineData("00000000-0000-0000-0000-00ffffff000a", 1, true)]
    [InlineData("ff00000f", 1, true)] // only the last six digits count: 15
    [InlineData(null, 10, true)]
    [InlineData(null, 11, false)]
    public void Should_Part_Test_Cars_By_Their_Id(string? id, int row, bool isTest) =>
        MarketFile.IsTest(id, row).ShouldBe(isTest);

    [Fact]
    public void Should_Read_A_File_As_People_Save_It()
    {
        var text = "\uFEFFModel;id;MAKE;year;price_rub;mileage_km;gearbox;engine_l\r\n"
            + "\"Rio; \"\"X\"\"\";0a;Kia;2015;\"650 000\";;механика;1,6\r\n"
            + "\r\n"
            + "Ceed;01;Kia;2016.0;700000.5;80\u00a0000 км;;\r\n"
            + "Ceed;02;Kia;soon;700000;80000;;\r\n"
            + "Ceed;03;Kia;2016;по запросу;80000;;\r\n";

        var file = MarketFile.Parse(text);

        file.BadRows.ShouldBe(2);
        file.HasIds.ShouldBeTrue();
        file.Cars.Select(c => (c.IsTest, c.Car.Model, c.Car.Year, c.Price, c.Car.MileageKm, c.Car.Gearbox, c.Car.EngineLitres)).ShouldBe(
            [(true, "Rio; \"X\"", 2015, 650_000m, null, "механика", 1.6m), (false, "Ceed", 2016, 700_000.5m, 80_000, null, null)]);
    }

    [Fact]
    public void Should_Name_Missing_Columns() =>
        Should.Throw<FormatException>(() => MarketFile.Parse("id,make,model,price\n")).Message.ShouldContain("year, price_rub");

    [Fact]
    public void Should_Measure_Errors_Of_Covered_Cars_Only()
    {
        var report = AccuracyReport.Of([Outcome(100, 105), Outcome(100, 120), Outcome(100, 70), new Outcome(100, null)]);

        report.Cars.ShouldBe(4);
        report.Covered.ShouldBe(3);
        report.Mape.ShouldBe((0.05 + 0.2 + 0.3) / 3, 1e-9);
        report.MedianError.ShouldBe(0.2, 1e-9);
        report.Within10.ShouldBe(1.0 / 3, 1e-9);
        report.Within20.ShouldBe(2.0 / 3, 1e-9);
        report.Inside.ShouldBe(1.0 / 3, 1e-9);
    }

    private static Outcome Outcome(decimal truth, decimal median) =>
        new(truth, new AppraisalFigures(median, median, median * 0.9m, median * 1.1m, 1, 1, 5, 0.5m));
}
