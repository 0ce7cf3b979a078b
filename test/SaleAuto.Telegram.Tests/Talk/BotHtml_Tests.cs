using SaleAuto.Bot;

namespace SaleAuto.Talk;

public class BotHtml_Tests
{
    [Theory]
    [InlineData("короткий", 20, "короткий")]
    [InlineData("<b>абвгд</b>", 5, "<b>абвгд</b>")]
    [InlineData("<b>абвгде</b>", 5, "<b>абвг…</b>")]
    [InlineData("а&lt;&amp;б", 4, "а&lt;&amp;б")]
    [InlineData("а&lt;&amp;бв", 4, "а&lt;&amp;…")]
    [InlineData("<b>а<i>бв</i></b>где", 3, "<b>а<i>б…</i></b>")]
    [InlineData("<a href=\"https://x.example\">абвгд</a>", 3, "<a href=\"https://x.example\">аб…</a>")]
    [InlineData("абв🚗г", 5, "абв…")]
    public void Should_Count_What_Is_Read_And_Leave_No_Tag_Open(string html, int most, string expected) => BotHtml.Fit(html, most).ShouldBe(expected);

    [Fact]
    public void Should_Escape_What_People_Write()
    {
        BotReply.Of("<b>1</b> & 2").Html.ShouldBe("&lt;b&gt;1&lt;/b&gt; &amp; 2");
        BotReply.OfHtml("<b>{0}</b>", "<i>").Html.ShouldBe("<b>&lt;i&gt;</b>");
    }
}
