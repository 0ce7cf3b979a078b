using SaleAuto.Bot;

namespace SaleAuto.Talk;

public class Money_Tests
{
    [Theory]
    [InlineData("12 500,50", 12_500.50)]
    [InlineData("12\u00A0500.5 ₽", 12_500.5)]
    [InlineData("960000", 960_000)]
    public void Should_Read_Sums_As_People_Type_Them(string typed, double amount)
    {
        Money.TryParse(typed, out var read).ShouldBeTrue();
        read.ShouldBe((decimal)amount);
    }

    [Theory]
    [InlineData("12.500")] // thousands to one, kopecks to another
    [InlineData("960,000")]
    [InlineData("-5")]
    [InlineData("1e3")]
    [InlineData("много")]
    [InlineData("")]
    [InlineData(null)]
    public void Should_Not_Guess_What_Is_Not_Clear(string? typed) => Money.TryParse(typed, out _).ShouldBeFalse();
}
