using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SaleAuto.Market;

public sealed class PageFetcher_Tests : IAsyncLifetime
{
    private StubSite _site = null!;
    private MarketWorld _world = null!;

    public async Task InitializeAsync()
    {
        _site = await StubSite.StartAsync();
        _world = new MarketWorld().WithSandbox(_site);
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Should_Try_Again_After_A_Passing_Failure()
    {
        _site.OnEach("/a", StubSite.Status(502), StubSite.Status(503), StubSite.Status(200));

        var page = await FetchAsync("/a", MarketWorld.Quick with { Retries = 2 });

        page.StatusCode.ShouldBe(200);
        _site.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Give_Up_After_The_Last_Try()
    {
        _site.On("/a", StubSite.Status(502));

        var failure = await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a", MarketWorld.Quick with { Retries = 2 }));

        failure.Message.ShouldContain("502");
        _site.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Try_Again_When_The_Connection_Breaks_In_The_Middle()
    {
        _site.OnEach("/a", async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            context.Abort();
        }, StubSite.Status(200));

        var page = await FetchAsync("/a", MarketWorld.Quick with { Retries = 1 });

        page.StatusCode.ShouldBe(200);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(451)]
    public async Task Should_Know_A_Refusal_And_Not_Insist(int status)
    {
        _site.On("/a", StubSite.Status(status));

        await Should.ThrowAsync<SourceBlockedException>(FetchAsync("/a", MarketWorld.Quick with { Retries = 3 }));

        _site.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Should_Leave_The_Host_Alone_Until_The_Time_It_Named(int status)
    {
        var time = new ManualTime();
        _world.With<TimeProvider>(time);
        _site.OnEach("/a", StubSite.Status(status, ("Retry-After", "120"))).On("/b", StubSite.Status(200));

        var refusal = await Should.ThrowAsync<SourceBlockedException>(FetchAsync("/a"));
        time.Advance(TimeSpan.FromSeconds(119));
        var second = await Should.ThrowAsync<SourceBlockedException>(FetchAsync("/b"));
        time.Advance(TimeSpan.FromSeconds(1));
        var page = await FetchAsync("/b");

        refusal.RetryAt.ShouldBe(new DateTime(2026, 3, 10, 9, 2, 0, DateTimeKind.Utc));
        second.RetryAt.ShouldBe(refusal.RetryAt);
        page.StatusCode.ShouldBe(200);
        _site.Asked.ShouldBe(["/a", "/b"]);
    }

    [Fact]
    public async Task Should_Read_A_Retry_After_That_Is_A_Date()
    {
        _world.With<TimeProvider>(new ManualTime());
        _site.On("/a", StubSite.Status(429, ("Retry-After", "Tue, 10 Mar 2026 09:30:00 GMT")));

        var refusal = await Should.ThrowAsync<SourceBlockedException>(FetchAsync("/a"));

        refusal.RetryAt.ShouldBe(new DateTime(2026, 3, 10, 9, 30, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_Cut_A_Page_Off_That_Is_Too_Large(bool saysItsLength)
    {
        var hungUp = new TaskCompletionSource();
        _site.On("/a", async context =>
        {
            context.RequestAborted.Register(hungUp.SetResult);
            context.Response.ContentLength = saysItsLength ? long.MaxValue : null;
            var piece = new byte[64 * 1024];
            while (!hungUp.Task.IsCompleted)
            {
                await context.Response.Body.WriteAsync(piece);
            }
        });

        var failure = await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a", MarketWorld.Quick with { MaxPageBytes = 100_000, Retries = 2 }));

        failure.Message.ShouldContain("larger than 100000 bytes");
        await hungUp.Task;
        _site.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Count_The_Unpacked_Bytes_Of_A_Packed_Page()
    {
        _site.On("/a", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Optimal);
            await gzip.WriteAsync(new byte[5_000_000]);
        });

        var failure = await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a", MarketWorld.Quick with { MaxPageBytes = 1_000_000 }));

        failure.Message.ShouldContain("larger than");
    }

    [Fact]
    public async Task Should_Not_Wait_Longer_Than_The_Timeout()
    {
        var time = new ManualTime();
        _world.With<TimeProvider>(time);
        var asked = new TaskCompletionSource();
        _site.On("/a", async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var fetch = FetchAsync("/a", MarketWorld.Quick with { Timeout = TimeSpan.FromSeconds(20) });
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(19));
        fetch.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));

        (await Should.ThrowAsync<SourceUnavailableException>(fetch)).Message.ShouldContain("no answer within 20 s");
    }

    [Fact]
    public async Task Should_Not_Ask_For_What_Robots_Txt_Forbids()
    {
        _site.On("/robots.txt", "User-agent: SaleAutoBot\nDisallow: /private").On("/private/a", StubSite.Status(200)).On("/open", StubSite.Status(200));

        var page = await FetchAsync("/open");
        var refusal = await Should.ThrowAsync<SourceBlockedException>(FetchAsync("/private/a"));

        page.StatusCode.ShouldBe(200);
        refusal.Message.ShouldContain("robots.txt");
        _site.Asked.ShouldBe(["/open"]);
    }

    [Fact]
    public async Task Should_Ask_For_Robots_Txt_Again_When_It_Is_A_Day_Old()
    {
        var time = new ManualTime();
        _world.With<TimeProvider>(time);
        var asked = 0;
        _site.On("/robots.txt", context => StubSite.Status(Interlocked.Increment(ref asked) > 0 ? 404 : 0)(context)).On("/a", StubSite.Status(200));

        await FetchAsync("/a");
        time.Advance(TimeSpan.FromHours(23));
        await FetchAsync("/a");
        asked.ShouldBe(1);
        time.Advance(TimeSpan.FromHours(1));
        await FetchAsync("/a");

        asked.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Ask_For_Nothing_While_Robots_Txt_Cannot_Be_Read()
    {
        _site.On("/robots.txt", StubSite.Status(500)).On("/a", StubSite.Status(200));

        await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a"));

        _site.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Follow_A_Redirect_And_Say_Where_It_Came_Out()
    {
        _site.On("/a", StubSite.Status(302, ("Location", "/b"))).On("/b", StubSite.Status(200));

        var page = await FetchAsync("/a");

        page.Url.ShouldBe(new Uri(_site.Url, "/b"));
    }

    [Fact]
    public async Task Should_Not_Follow_A_Redirect_To_What_Robots_Txt_Forbids()
    {
        _site.On("/robots.txt", "User-agent: *\nDisallow: /b").On("/a", StubSite.Status(302, ("Location", "/b"))).On("/b", StubSite.Status(200));

        await Should.ThrowAsync<SourceBlockedException>(FetchAsync("/a"));

        _site.Asked.ShouldBe(["/a"]);
    }

    [Fact]
    public async Task Should_Stop_At_Redirects_Without_End()
    {
        _site.On("/a", StubSite.Status(302, ("Location", "/a")));

        await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a"));

        _site.Asked.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("http://10.0.0.1/secret")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://2130706433.invalid/")]
    [InlineData("file:///etc/passwd")]
    public async Task Should_Not_Follow_A_Redirect_Into_A_Private_Network(string target)
    {
        _world.With<IHostResolver>(new Resolver("10.1.2.3"));
        _site.On("/a", StubSite.Status(302, ("Location", target)));

        var failure = await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a"));

        failure.Message.ShouldMatch("not an address of the public internet|leads to a file address");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Should_Refuse_Loopback_Where_There_Is_No_Sandbox(string host)
    {
        await using var world = new MarketWorld();
        _site.On("/a", StubSite.Status(200));

        var failure = await Should.ThrowAsync<SourceUnavailableException>(
            world.Fetcher.FetchAsync("site", new Uri($"http://{host}:{_site.Port}/a"), MarketWorld.Quick, default));

        failure.Message.ShouldContain("not an address of the public internet");
        _site.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task Should_Refuse_A_Public_Name_That_Resolves_To_A_Private_Address(string address)
    {
        await using var world = new MarketWorld().With<IHostResolver>(new Resolver(address));
        _site.On("/a", StubSite.Status(200));

        await Should.ThrowAsync<SourceUnavailableException>(
            world.Fetcher.FetchAsync("site", new Uri($"http://cars.example:{_site.Port}/a"), MarketWorld.Quick, default));

        _site.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Reach_A_Private_Host_That_The_Settings_Trust()
    {
        await using var world = new MarketWorld().With<IHostResolver>(new Resolver("127.0.0.1")).With("Market:Fetching:TrustedHosts:0", "gateway.example");
        _site.On("/a", StubSite.Status(200));

        var page = await world.Fetcher.FetchAsync("site", new Uri($"http://gateway.example:{_site.Port}/a"), MarketWorld.Quick, default);

        page.StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task Should_Ask_Whether_A_Known_Page_Changed()
    {
        var conditions = new List<string>();
        _site.On("/a", context =>
        {
            conditions.Add(context.Request.Headers.IfNoneMatch.ToString());
            context.Response.Headers.ETag = "\"v1\"";
            return conditions.Count == 1 ? context.Response.WriteAsync("first") : StubSite.Status(304)(context);
        });

        await FetchAsync("/a");
        var second = await FetchAsync("/a");

        conditions.ShouldBe(["", "\"v1\""]);
        second.StatusCode.ShouldBe(200);
        Encoding.UTF8.GetString(second.Body.Span).ShouldBe("first");
    }

    [Fact]
    public async Task Should_Ask_By_Date_When_There_Is_No_Tag()
    {
        var since = "";
        _site.On("/a", context =>
        {
            since = context.Request.Headers.IfModifiedSince.ToString();
            context.Response.Headers.LastModified = "Mon, 09 Mar 2026 08:00:00 GMT";
            return since.Length == 0 ? context.Response.WriteAsync("first") : StubSite.Status(304)(context);
        });

        await FetchAsync("/a");
        var second = await FetchAsync("/a");

        since.ShouldBe("Mon, 09 Mar 2026 08:00:00 GMT");
        Encoding.UTF8.GetString(second.Body.Span).ShouldBe("first");
    }

    [Fact]
    public async Task Should_Leave_A_Failing_Host_Alone_And_Then_Try_With_One_Request()
    {
        var time = new ManualTime();
        _world.With<TimeProvider>(time);
        var politeness = MarketWorld.Quick with { BreakerRequests = 4, BreakerPause = TimeSpan.FromMinutes(1) };
        _site.OnEach("/a", StubSite.Status(500), StubSite.Status(500), StubSite.Status(500), StubSite.Status(200));
        await FetchAsync("/ok", politeness); // with robots.txt two good requests; two bad ones make half of four
        await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a", politeness));
        await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a", politeness));

        var open = await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a", politeness));
        time.Advance(TimeSpan.FromMinutes(1.1));
        await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a", politeness)); // the trial fails: open again
        await Should.ThrowAsync<SourceUnavailableException>(FetchAsync("/a", politeness));
        time.Advance(TimeSpan.FromMinutes(1.1));
        var page = await FetchAsync("/a", politeness);

        open.Message.ShouldContain("left alone");
        page.StatusCode.ShouldBe(200);
        _site.Asked.Count(path => path == "/a").ShouldBe(4);
    }

    [Fact]
    public async Task Should_Never_Ask_A_Host_More_At_Once_Than_Allowed()
    {
        var (running, most) = (0, 0);
        var two = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        _site.On("/robots.txt", StubSite.Status(404)).On("/ping", StubSite.Status(200)).On("/a", async context =>
        {
            var now = Interlocked.Increment(ref running);
            most = Math.Max(most, now);
            if (now == 2)
            {
                two.TrySetResult();
            }
            await release.Task;
            Interlocked.Decrement(ref running);
        });
        var politeness = MarketWorld.Quick with { Concurrency = 2 };

        var fetches = Enumerable.Range(0, 8).Select(i => FetchAsync($"/a?{i}", politeness)).ToList();
        await two.Task;
        using var other = new HttpClient();
        for (var i = 0; i < 20; i++) // time enough for a third to come through, if there were a way
        {
            await other.GetAsync(new Uri(_site.Url, "/ping"));
        }
        release.SetResult();
        await Task.WhenAll(fetches);

        most.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Pause_Between_Requests_And_Longer_When_Robots_Txt_Asks_For_It()
    {
        var time = new ManualTime();
        _world.With<TimeProvider>(time);
        _site.On("/robots.txt", "User-agent: *\nCrawl-delay: 7").On("/a", StubSite.Status(200));
        var politeness = MarketWorld.Quick with { Delay = TimeSpan.FromSeconds(3) };

        var first = FetchAsync("/a?1", politeness);
        await time.WaitForTimerAsync(TimeSpan.FromSeconds(3)); // since robots.txt itself
        time.Advance(TimeSpan.FromSeconds(3));
        await first;
        var second = FetchAsync("/a?2", politeness);
        await time.WaitForTimerAsync(TimeSpan.FromSeconds(7));
        _site.Asked.Count.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(7));
        await second;

        _site.Asked.ShouldBe(["/a?1", "/a?2"]);
    }

    [Fact]
    public async Task Should_Leave_The_Bytes_Of_An_Old_Charset_As_They_Are()
    {
        byte[] windows1251 = [0xCA, 0xE8, 0xE0, 0x20, 0xD0, 0xE8, 0xEE]; // Киа Рио
        _site.On("/a", async context =>
        {
            context.Response.ContentType = "text/html; charset=windows-1251";
            await context.Response.Body.WriteAsync(windows1251);
        });

        var page = await FetchAsync("/a");

        page.Body.ToArray().ShouldBe(windows1251);
        page.ContentType.ShouldBe("text/html; charset=windows-1251");
    }

    [Fact]
    public async Task Should_Say_Who_Asks()
    {
        _world.With("PublicUrl", "https://saleauto.example");
        var agent = "";
        _site.On("/a", context =>
        {
            agent = context.Request.Headers.UserAgent.ToString();
            return Task.CompletedTask;
        });

        await FetchAsync("/a");

        agent.ShouldBe("SaleAutoBot/1.0 (+https://saleauto.example)");
    }

    private Task<FetchedPage> FetchAsync(string path, PolitenessOptions? politeness = null) =>
        _world.Fetcher.FetchAsync("site", new Uri(_site.Url, path), politeness ?? MarketWorld.Quick, default);

    private sealed class Resolver(string address) : IHostResolver
    {
        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]);
    }
}
