namespace SaleAuto.Cars;

public class PlateNumber_Tests
{
    [Theory]
    [InlineData("А123ВС77", "А123ВС77", PlateKind.Car)]
    [InlineData("a123bc77", "А123ВС77", PlateKind.Car)]
    [InlineData(" a 123 bc - 777 rus ", "А123ВС777", PlateKind.Car)]
    [InlineData("О0О1ОО102", "О001ОО102", PlateKind.Car)]
    [InlineData("0001001O2", "О001ОО102", PlateKind.Car)]
    [InlineData("у900уу 99 РУС", "У900УУ99", PlateKind.Car)]
    [InlineData("AB12377", "АВ12377", PlateKind.Taxi)]
    [InlineData("AB123477", "АВ123477", PlateKind.Trailer)]
    [InlineData("1234AB77", "1234АВ77", PlateKind.Motorcycle)]
    public void Should_Read_What_People_Type(string typed, string canonical, PlateKind kind)
    {
        PlateNumber.TryParse(typed, out var plate).ShouldBeTrue();

        plate.Value.ShouldBe(canonical);
        plate.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("А000ВС77")] // the digit group is never all zeros
    [InlineData("А123ВС")] // no region
    [InlineData("А123ВС7")]
    [InlineData("А123ВС077")] // three digits of region do not start with 0
    [InlineData("А123ВС00")]
    [InlineData("Ф123ВС77")] // Ф has no Latin look-alike
    [InlineData("А123ВС7777")]
    [InlineData("<script>")]
    public void Should_Refuse_What_Is_No_Plate(string? typed) =>
        PlateNumber.TryParse(typed, out _).ShouldBeFalse();

    [Theory]
    [InlineData("А123ВС77", "А 123 ВС 77")]
    [InlineData("АВ123777", "АВ 123 777")]
    [InlineData("1234АВ77", "1234 АВ 77")]
    public void Should_Space_The_Groups_For_People(string plate, string display) =>
        PlateNumber.Parse(plate).Display.ShouldBe(display);
}
