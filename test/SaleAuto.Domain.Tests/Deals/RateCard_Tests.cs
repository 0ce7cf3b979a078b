namespace SaleAuto.Deals;

public class RateCard_Tests
{
    [Fact]
    public void Should_Read_What_The_Owner_Types()
    {
        var lines = RateCard.Read(["Скол: на капоте : 3 000", "Шины:30000.50"]);

        lines.Select(x => (x.Title, x.Amount)).ShouldBe([("Скол: на капоте", 3_000), ("Шины", 30_000.50m)]);
        lines[1].Code.ShouldBe(RateCard.Read(["Другое: 1", " шины : 7"])[1].Code); // whatever it costs and wherever it stands
        lines.ShouldAllBe(x => x.Code.Length == DealConsts.RateCodeLength);
    }

    [Theory]
    [InlineData("Шины")]
    [InlineData("Шины: много")]
    [InlineData("Шины: 0")]
    [InlineData("Шины: -5")]
    [InlineData(": 5")]
    public void Should_Find_A_Line_That_Makes_No_Sense(string typed)
    {
        RateCard.IsWellTyped([typed]).ShouldBeFalse();
        (new DealSettings { RateCard = [typed] }).FindBrokenRules().ShouldBe([nameof(DealSettings.RateCard)]);
    }

    [Fact]
    public void Should_Be_Delivered_Well_Typed() => new DealSettings().FindBrokenRules().ShouldBeEmpty();
}
