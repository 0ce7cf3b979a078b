namespace SaleAuto.Market;

public class RobotsTxt_Tests
{
    [Theory] // examples of RFC 9309 and of the published notes on it
    [InlineData("Disallow: /", "/cars", false)]
    [InlineData("Disallow:", "/cars", true)]
    [InlineData("Disallow: /fish", "/fish.html", false)]
    [InlineData("Disallow: /fish", "/Fish", true)]
    [InlineData("Disallow: /fish/", "/fish", true)]
    [InlineData("Disallow: /*.php", "/folder/any.php?x=1", false)]
    [InlineData("Disallow: /*.php$", "/folder/any.php?x=1", true)]
    [InlineData("Disallow: /*.php$", "/a.php/b.php", false)]
    [InlineData("Disallow: /fish*.php", "/fishheads/catfish.php", false)]
    [InlineData("Disallow: /*?*sort=", "/cars?sort=price", false)]
    [InlineData("Disallow: /a/*/b/*/c$", "/a/1/b/2/c/3/c", false)]
    [InlineData("Disallow: *", "/cars", false)]
    [InlineData("Disallow: /page$", "/page/", true)]
    [InlineData("Disallow: /\nAllow: /cars", "/cars/kia", true)]
    [InlineData("Allow: /cars\nDisallow: /cars", "/cars", true)] // equal length: the one that allows
    [InlineData("Allow: /p\nDisallow: /page", "/page", false)] // the longer one decides
    [InlineData("Disallow: /авто", "/%D0%B0%D0%B2%D1%82%D0%BE/kia", false)]
    [InlineData("Disallow: /%7ejoe", "/~joe/x", false)]
    [InlineData("Disallow: /a%2fb", "/a/b", true)] // an encoded slash is not a slash
    [InlineData("Disallow: /", "/robots.txt", true)]
    public void Should_Let_The_Longest_Rule_Decide(string rules, string path, bool allows) =>
        RobotsTxt.Parse($"User-agent: *\n{rules}", "SaleAutoBot").Allows(path).ShouldBe(allows);

    [Fact]
    public void Should_Follow_The_Group_Of_Its_Own_Name_Only()
    {
        var robots = RobotsTxt.Parse("""
            User-agent: *
            Disallow: /

            User-Agent : saleautobot/2.0   # any case, any version
            Disallow: /private
            Crawl-delay: 2.5
            """, "SaleAutoBot");

        robots.Allows("/cars").ShouldBeTrue();
        robots.Allows("/private").ShouldBeFalse();
        robots.CrawlDelay.ShouldBe(TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public void Should_Join_Groups_Of_One_Name_And_Read_Lists_Of_Names()
    {
        var robots = RobotsTxt.Parse("User-agent: SaleAutoBot\nDisallow: /a\n\nUser-agent: other\nDisallow: /b\n\nUser-agent: another\nSitemap: /s\nUser-agent: SaleAutoBot\nDisallow: /c", "SaleAutoBot");

        robots.Allows("/a").ShouldBeFalse();
        robots.Allows("/b").ShouldBeTrue();
        robots.Allows("/c").ShouldBeFalse();
    }

    [Fact]
    public void Should_Not_Take_A_Name_For_Its_Own_That_Only_Begins_Alike() =>
        RobotsTxt.Parse("User-agent: SaleAutoBotPlus\nDisallow: /", "SaleAutoBot").Allows("/cars").ShouldBeTrue();

    [Fact]
    public void Should_Be_Free_Where_Its_Own_Group_Has_No_Rules() =>
        RobotsTxt.Parse("User-agent: *\nDisallow: /\n\nUser-agent: SaleAutoBot\n", "SaleAutoBot").Allows("/cars").ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("Disallow: /")] // belongs to nobody
    [InlineData("User-agent: *\rDisallow: /other\r")]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /other")]
    public void Should_Allow_What_No_Rule_Forbids(string text) =>
        RobotsTxt.Parse(text, "SaleAutoBot").Allows("/cars").ShouldBeTrue();
}
