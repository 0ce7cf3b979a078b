namespace SaleAuto.Leads;

public class LeadSearchText_Tests
{
    [Theory]
    [InlineData("8 (926) 123-45-67", "+79261234567", null, null)]
    [InlineData("+79261234567", "+79261234567", null, null)]
    [InlineData(" a123bc 77 ", null, "А123ВС77", null)]
    [InlineData("А 123 ВС 177", null, "А123ВС177", null)]
    [InlineData("а123", null, null, "а123")]
    [InlineData("A-123-bc", null, null, "а123вс")]
    [InlineData("45-67", null, null, "4567")]
    [InlineData("8926", null, null, "8926")]
    [InlineData("8 926 123", null, null, "926123")]
    [InlineData("+7 926 12", null, null, "92612")]
    [InlineData("0003064", null, null, "0003064")]
    [InlineData("L-000123", null, null, "l-000123")]
    [InlineData("l000123", null, null, "l000123")]
    public void Should_Tell_A_Phone_From_A_Plate_And_From_A_Part_Of_Them(string text, string? phone, string? plate, string? part)
    {
        LeadSearchText.TryParse(text, out var found).ShouldBeTrue();

        (found!.Phone, found.Plate, found.Part).ShouldBe((phone, plate, part));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("  1 2 ")]
    [InlineData("Анна")]
    [InlineData("%1%")]
    [InlineData("а_12")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Should_Refuse_What_Would_Find_Everybody_Or_Nobody(string? text) => LeadSearchText.TryParse(text, out _).ShouldBeFalse();
}
