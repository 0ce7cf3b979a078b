namespace SaleAuto.Clients;

public class PhoneNumber_Tests
{
    [Theory]
    [InlineData("8 (916) 123-45-67", "+79161234567")]
    [InlineData("79161234567", "+79161234567")]
    [InlineData("+7 916 123 45 67", "+79161234567")]
    [InlineData("9161234567", "+79161234567")]
    [InlineData("+8 916 123 45 67", "+79161234567")]
    [InlineData("+7 701 123-45-67", "+77011234567")]
    [InlineData("+375 29 123-45-67", "+375291234567")]
    public void Should_Read_What_People_Type(string typed, string canonical)
    {
        PhoneNumber.TryParse(typed, out var phone).ShouldBeTrue();

        phone.Value.ShouldBe(canonical);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("916123456")]
    [InlineData("+7 016 123 45 67")]
    [InlineData("8 916 123 45 67 89")]
    [InlineData("phone 89161234567")]
    [InlineData("8+9161234567")]
    public void Should_Refuse_What_Is_No_Phone(string? typed) =>
        PhoneNumber.TryParse(typed, out _).ShouldBeFalse();

    [Fact]
    public void Should_Tell_Russian_Mobiles_From_Other_Countries()
    {
        PhoneNumber.Parse("+79161234567").HasPrefix(["+79"]).ShouldBeTrue();
        PhoneNumber.Parse("+77011234567").HasPrefix(["+79"]).ShouldBeFalse();
    }

    [Fact]
    public void Should_Hide_The_Middle_Of_A_Masked_Phone() =>
        PhoneNumber.Parse("89161234567").Masked.ShouldBe("+7 916 •••-••-67");
}
