namespace SaleAuto.Visits;

public class CampaignName_Tests
{
    [Theory]
    [InlineData("yandex", "yandex")]
    [InlineData(" avito ", "avito")]
    [InlineData("Яндекс Директ", "Яндекс Директ")]
    [InlineData("vk_2026-11", "vk_2026-11")]
    [InlineData("auto.ru", "auto.ru")]
    [InlineData(null, VisitConsts.NoCampaign)]
    [InlineData("  ", VisitConsts.NoCampaign)]
    public void Should_Keep_The_Name_Of_A_Campaign(string? tag, string name) => CampaignName.Of(tag).ShouldBe(name);

    [Theory]
    [InlineData("+79161234567")]
    [InlineData("79161234567")]
    [InlineData("8 916 123-45-67")]
    [InlineData("ivan@example.com")]
    [InlineData("click-1234567")]
    [InlineData("<script>")]
    [InlineData("a/b")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz")]
    public void Should_Not_Name_What_May_Tell_Who_Came(string tag) => CampaignName.Of(tag).ShouldBe(VisitConsts.OtherCampaigns);
}
