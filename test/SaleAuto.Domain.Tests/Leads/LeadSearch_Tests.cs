namespace SaleAuto.Leads;

public class LeadSearch_Tests
{
    [Theory]
    [InlineData("L-000123")]
    [InlineData("l123")]
    [InlineData("Л 123")]
    [InlineData(" 123 ")]
    public void Should_Read_A_Number_In_Any_Spelling(string text) =>
        LeadSearch.Parse(text)!.Number.ShouldBe("L-000123");

    [Theory]
    [InlineData("+7 900 000-00-07")]
    [InlineData("8(900)0000007")]
    [InlineData("9000000007")]
    public void Should_Read_A_Phone_In_Any_Spelling(string text) =>
        LeadSearch.Parse(text)!.Phone.ShouldBe("+79000000007");

    [Fact]
    public void Should_Read_Four_Digits_As_The_End_Of_A_Phone_Too() =>
        LeadSearch.Parse("00-07")!.PhoneEnding.ShouldBe("0007");

    [Fact]
    public void Should_Not_Take_Three_Digits_For_A_Phone() =>
        LeadSearch.Parse("007")!.PhoneEnding.ShouldBeNull();

    [Theory]
    [InlineData("о540ак750")]
    [InlineData("O 540 AK 750")] // Latin letters
    public void Should_Read_A_Plate_In_Any_Spelling(string text) =>
        LeadSearch.Parse(text)!.Plate.ShouldBe("О540АК750");

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Should_Give_Nothing_For_An_Empty_Text(string? text) =>
        LeadSearch.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("Иванов")]
    [InlineData("%")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    public void Should_Find_Nothing_By_A_Text_That_Is_None_Of_It(string text) =>
        LeadSearch.Parse(text).ShouldBe(new LeadSearch());
}
