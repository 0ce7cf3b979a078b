using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaleAuto.Reports;
using SaleAuto.Visits;

namespace SaleAuto.Site;

/// <summary>What the public site counts as a visit, over real HTTP.</summary>
public class SiteVisits_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    [Fact]
    public async Task Should_Count_The_First_Page_Of_A_Session_By_Its_Tag()
    {
        var (before, untagged) = (await VisitsAsync("first"), await VisitsAsync(null));
        using var browser = Open();

        using var first = await browser.GetAsync("/?utm_source=first&utm_medium=cpc");
        using var second = await browser.GetAsync("/sell");
        using var again = await browser.GetAsync("/?utm_source=first"); // the advert once more, in the same session
        using var other = Open();
        using var english = await other.GetAsync("/en/callback?utm_source=first");
        using var direct = Open();
        using var privacy = await direct.GetAsync("/privacy");

        (await VisitsAsync("first")).ShouldBe(before + 2);
        (await VisitsAsync(null)).ShouldBe(untagged + 1);
        var mark = first.Headers.GetValues("Set-Cookie").Single(x => x.StartsWith("counted=", StringComparison.Ordinal));
        mark.ShouldBe("counted=1; path=/; samesite=lax; httponly"); // the same for everybody, and gone with the session
        second.Headers.TryGetValues("Set-Cookie", out var later).ShouldBe(later is not null);
        (later ?? []).ShouldNotContain(x => x.StartsWith("counted=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 YaBrowser/24.10 YandexSearch/24.10 Mobile/15E148 Safari/604.1")]
    [InlineData("Opera/9.80 (Android; Opera Mini/62.1/191.256; U; ru) Presto/2.12.423 Version/12.16")]
    public async Task Should_Count_People(string userAgent) => (await CountedAsync("/", userAgent)).ShouldBe(1);

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)")]
    [InlineData("Mozilla/5.0 (compatible; YandexMetrika/2.0; +http://yandex.com/bots)")]
    [InlineData("Mozilla/5.0 (Linux; Android 6.0.1) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 (compatible; bingbot/2.0)")]
    [InlineData("Mozilla/5.0 (compatible; Linux x86_64; Mail.RU_Bot/2.0)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36")]
    [InlineData("Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)")]
    [InlineData("TelegramBot (like TwitterBot)")]
    [InlineData("curl/8.5.0")]
    [InlineData("")]
    public async Task Should_Not_Count_Programs(string userAgent) => (await CountedAsync("/", userAgent)).ShouldBe(0);

    [Theory]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Purpose", "prefetch")]
    [InlineData("X-Moz", "prefetch")]
    [InlineData("Sec-Fetch-Dest", "iframe")]
    [InlineData("Sec-Fetch-Mode", "cors")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("HX-Request", "true")]
    [InlineData("Accept", "application/json")]
    public async Task Should_Not_Count_What_Nobody_Opened(string header, string value) => (await CountedAsync("/", Chrome, (header, value))).ShouldBe(0);

    [Fact]
    public async Task Should_Not_Count_Later_Pages_Of_A_Browser_Without_Cookies()
    {
        (await CountedAsync("/sell", Chrome, ("Referer", new Uri(site.Address, "/").AbsoluteUri))).ShouldBe(0);
        (await CountedAsync("/sell", Chrome, ("Referer", "https://yandex.example/"))).ShouldBe(1);
    }

    [Theory]
    [InlineData("/admin/signin")]
    [InlineData("/admin/leads")]
    [InlineData("/css/site.css")]
    [InlineData("/robots.txt")]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/sandbox/telegram")]
    [InlineData("/sandbox/sms")]
    [InlineData("/dev")]
    [InlineData("/api/app/leads")]
    [InlineData("/nothing-here")]
    public async Task Should_Not_Count_What_Is_No_Page_Of_The_Site(string path) => (await CountedAsync(path, Chrome)).ShouldBe(0);

    [Fact]
    public async Task Should_Not_Count_What_Is_Not_Looked_At()
    {
        var before = await VisitsAsync("sent");
        using var browser = Open();
        using var posted = await browser.PostAsync("/callback?utm_source=sent", new FormUrlEncodedContent([]));
        using var head = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/?utm_source=sent"));

        (await VisitsAsync("sent")).ShouldBe(before);
    }

    [Fact]
    public async Task Should_Count_An_Address_No_Faster_Than_The_Limit()
    {
        await using var limited = new LimitedSite();
        for (var i = 0; i < LimitedSite.VisitsPerMinute + 3; i++)
        {
            using var browser = Open(limited);
            (await browser.GetAsync("/?utm_source=many")).StatusCode.ShouldBe(HttpStatusCode.OK); // shown all the same
        }

        (await VisitsAsync("many", limited)).ShouldBe(LimitedSite.VisitsPerMinute);
    }

    [Fact]
    public async Task Should_Write_What_Is_Left_When_The_Program_Stops()
    {
        await using var stopping = new LimitedSite();
        using var browser = Open(stopping);
        using var page = await browser.GetAsync("/?utm_source=last");

        await stopping.Services.GetServices<IHostedService>().Single(x => x.GetType().Name == "SiteVisitWriter").StopAsync(default);

        (await WrittenAsync("last", stopping)).ShouldBe(1);
    }

    private static HttpClient Open(StaffSite at, string userAgent = Chrome)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = at.Address };
        browser.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        return browser;
    }

    private static async Task<int> VisitsAsync(string? campaign, StaffSite at)
    {
        await using var scope = at.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SiteVisitRecorder>().RecordAsync(default);
        return await WrittenAsync(campaign, at);
    }

    private static async Task<int> WrittenAsync(string? campaign, StaffSite at)
    {
        await using var scope = at.Services.CreateAsyncScope();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var ways = await scope.ServiceProvider.GetRequiredService<IOwnerWorkQuery>().GetWaysAsync(new ReportDays(today.AddDays(-2), today.AddDays(2)), TimeZoneInfo.Utc, default);
        return ways.SingleOrDefault(x => x.Campaign == campaign && x.Source is null)?.Visits ?? 0;
    }

    private HttpClient Open() => Open(site);

    private Task<int> VisitsAsync(string? campaign) => VisitsAsync(campaign, site);

    // How many visits one request of a new session made, with a tag or, where the address takes none, without.
    private async Task<int> CountedAsync(string path, string userAgent, params (string Name, string Value)[] headers)
    {
        var before = await VisitsAsync("probe");
        using var browser = Open(site, userAgent);
        using var request = new HttpRequestMessage(HttpMethod.Get, path + "?utm_source=probe");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var answer = await browser.SendAsync(request);
        return await VisitsAsync("probe") - before;
    }

    private sealed class LimitedSite : StaffSite
    {
        public const int VisitsPerMinute = 3;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimits:VisitsPerMinute", VisitsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
