namespace SaleAuto.Market;

public class SlugRules_Tests
{
    [Theory]
    [InlineData("Land Rover", "_", false, "land_rover")]
    [InlineData("Mercedes-Benz", "_", false, "mercedes_benz")]
    [InlineData("Mercedes-Benz", "_", true, "mercedes-benz")]
    [InlineData("Mercedes-Benz", "", false, "mercedesbenz")]
    [InlineData("Qashqai+2", "-", false, "qashqai-2")]
    [InlineData("Citroën", "-", false, "citroen")]
    [InlineData("up!", "-", false, "up")]
    [InlineData("3 серия", "-", false, "3-%D1%81%D0%B5%D1%80%D0%B8%D1%8F")]
    public void Should_Write_Names_For_Addresses(string name, string separator, bool keepHyphens, string slug) =>
        new SlugRules { Separator = separator, KeepHyphens = keepHyphens }.OfMake(name).ShouldBe(slug);

    [Fact]
    public void Should_Let_A_Name_Not_Leave_Its_Place_In_The_Address() =>
        new SlugRules().OfMake("../../admin?x=#").ShouldBe("admin-x");

    [Fact]
    public void Should_Prefer_The_Exceptions_Of_The_Site()
    {
        var rules = new SlugRules { Makes = new Dictionary<string, string> { ["lada"] = "vaz" }, Models = new Dictionary<string, string> { ["Lada 4x4"] = "niva" } };

        rules.OfMake("Lada").ShouldBe("vaz");
        rules.OfModel("Lada", "4x4").ShouldBe("niva");
        rules.OfModel("UAZ", "4x4").ShouldBe("4x4");
    }
}
