using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto.Site;

[Collection(nameof(SiteCollection))]
public partial class Pages_Tests(BrowserFixture site)
{
    [Theory]
    [InlineData("/", "ru", false)]
    [InlineData("/", "en", true)]
    [InlineData("/privacy", "ru", true)]
    [InlineData("/privacy", "en", false)]
    [InlineData("/consent/personal-data", "ru", false)]
    [InlineData("/consent/advertising", "en", true)]
    [InlineData("/callback", "ru", true)]
    [InlineData("/signin", "en", false)]
    [InlineData("/no-such-page", "ru", false)]
    public async Task Should_Be_Accessible_And_Ask_Nobody_Else(string path, string language, bool dark)
    {
        await using var visitor = await site.OpenAsync(new() { Language = language, Dark = dark });

        await visitor.GoAsync(path);

        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
        await visitor.ShouldBeAccessibleAsync();
        await visitor.ShouldFitTheWindowAsync();
        visitor.ShouldHaveStayedHome();
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/en/sell")]
    [InlineData("/en/callback")]
    [InlineData("/en/signin")]
    [InlineData("/en/privacy")]
    [InlineData("/en/consent/personal-data")]
    [InlineData("/en/no-such-page")]
    public async Task Should_Speak_English_Throughout(string path)
    {
        await using var visitor = await site.OpenAsync(new() { Language = "en" });

        await visitor.Page.GotoAsync(path);
        // Plates are Russian, and so are the company's registered name and address.
        var text = await visitor.Page.EvaluateAsync<string>("""
            () => {
              for (const x of document.querySelectorAll('[lang=ru], .plate, .passport dd, address, script')) x.remove();
              return document.body.innerText + document.title;
            }
            """);

        text = text.Replace("ООО «СейлАвто»", "").Replace("г. Москва", "");
        CyrillicWord().Matches(text).Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Switch_The_Language_And_Stay_On_The_Page()
    {
        await using var visitor = await site.OpenAsync(new() { Desktop = true, Scripts = false });
        await visitor.StartAsync("А123ВС77");

        await visitor.Page.ClickAsync(".header__language");

        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(visitor.Page.Locator("#plate")).ToHaveValueAsync("А 123 ВС 77");
    }

    [Fact]
    public async Task Should_Forbid_Foreign_Code_By_Policy()
    {
        foreach (var path in new[] { "/", "/sell", "/en/callback", "/no-such-page" })
        {
            using var answer = await site.Http.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();

            policy.ShouldContain("script-src 'self'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
        }
    }

    [Fact]
    public async Task Should_Tell_Search_Engines_Who_We_Are()
    {
        await using var visitor = await site.OpenAsync();
        await visitor.GoAsync("/");

        var data = JsonDocument.Parse((await visitor.Page.Locator("script[type='application/ld+json']").TextContentAsync())!).RootElement;
        var types = data.GetProperty("@graph").EnumerateArray().Select(x => x.GetProperty("@type").GetString());

        types.ShouldBe(["AutoDealer", "FAQPage"]);
        (await visitor.Page.Locator("link[rel=alternate]").EvaluateAllAsync<string[]>("all => all.map(x => x.hreflang)")).ShouldBe(["ru", "en", "x-default"]);
        (await visitor.Page.Locator("meta[property='og:image']").GetAttributeAsync("content"))!.ShouldEndWith("/img/og.png");
        (await visitor.Page.Locator("meta[name=description]").GetAttributeAsync("content"))!.Length.ShouldBeInRange(80, 200);
    }

    [Fact]
    public async Task Should_Show_Search_Engines_The_Way_And_Keep_Them_From_Peoples_Pages()
    {
        var robots = await site.Http.GetStringAsync("/robots.txt");
        var map = XDocument.Parse(await site.Http.GetStringAsync("/sitemap.xml"));

        robots.ShouldContain("Disallow: /cabinet");
        robots.ShouldContain("Disallow: /offer/");
        robots.ShouldContain("/sitemap.xml");
        foreach (var address in map.Descendants().Where(x => x.Name.LocalName == "loc").Select(x => new Uri(x.Value)))
        {
            using var answer = await site.Http.GetAsync(address.PathAndQuery);
            answer.IsSuccessStatusCode.ShouldBeTrue(address.PathAndQuery);
        }
    }

    [Fact]
    public async Task Should_Be_Light()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await site.Http.SendAsync(request);
        var html = await answer.Content.ReadAsByteArrayAsync();

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        html.Length.ShouldBeLessThan(14_000); // the first flight of packets
    }

    [Fact]
    public async Task Should_Keep_The_Campaign_Tags_Of_Any_Page_For_The_Lead()
    {
        using var answer = await site.Http.GetAsync("/privacy?utm_source=yandex&utm_campaign=autumn");

        var cookie = Uri.UnescapeDataString(answer.Headers.GetValues("Set-Cookie").Single(x => x.StartsWith("utm=", StringComparison.Ordinal)));
        cookie.ShouldContain("yandex");
        cookie.ShouldContain("autumn");
        cookie.ShouldContain("httponly");
    }

    [Fact]
    public async Task Should_Show_A_Consent_Text_Of_The_Version_Asked_For()
    {
        await using var visitor = await site.OpenAsync(new() { Scripts = false });

        var known = await visitor.Page.GotoAsync("/consent/personal-data?version=2026-11");
        await Expect(visitor.Page.Locator(".prose__version")).ToContainTextAsync("2026-11");
        await Expect(visitor.Page.Locator(".prose")).ToContainTextAsync("152-ФЗ");
        var unknown = await visitor.Page.GotoAsync("/consent/personal-data?version=1999-01");

        known!.Status.ShouldBe(200);
        unknown!.Status.ShouldBe(404);
    }

    [GeneratedRegex(@"\p{IsCyrillic}+")]
    private static partial Regex CyrillicWord();
}
