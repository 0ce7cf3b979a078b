namespace SaleAuto.Market;

public sealed class MarketSearch_Tests : IAsyncLifetime
{
    private static readonly MarketQuery Rio = new("Kia", "Rio", 2017, 2019);

    private readonly ManualTime _time = new();
    private StubSite _site = null!;
    private MarketWorld _world = null!;

    public async Task InitializeAsync()
    {
        _site = await StubSite.StartAsync();
        _world = new MarketWorld().WithSandbox(_site).With<TimeProvider>(_time)
            .WithSource(0, "one", _site, "one").WithSource(1, "two", _site, "two").WithSource(2, "three", _site, "three");
        _site.On("/one", "ad /one/1 100").On("/two", "ad /two/1 200\nad /two/2 210").On("/three", "empty");
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Should_Join_The_Answers_Of_All_Sources()
    {
        var result = await _world.Search.SearchAsync(Rio, default);

        result.Listings.Select(listing => listing.Price).ShouldBe([100m, 200m, 210m]);
        result.AnsweredSources.ShouldBe(["one", "two", "three"]);
        result.FailedSources.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(500, SourceFailure.Unavailable)]
    [InlineData(403, SourceFailure.Blocked)]
    [InlineData(200, SourceFailure.MarkupChanged)]
    public async Task Should_Not_Let_One_Failing_Source_Stop_The_Others(int status, SourceFailure kind)
    {
        _site.On("/two", "<html>something else</html>", status);

        var result = await _world.Search.SearchAsync(Rio, default);

        result.Listings.Select(listing => listing.Price).ShouldBe([100m]);
        result.AnsweredSources.ShouldBe(["one", "three"]);
        result.FailedSources.ShouldBe(new Dictionary<string, SourceFailure> { ["two"] = kind });
    }

    [Fact]
    public async Task Should_Not_Let_A_Fault_Of_Our_Own_Stop_The_Others()
    {
        _site.On("/two", "ad /two/1 no-price");

        var result = await _world.Search.SearchAsync(Rio, default);

        result.AnsweredSources.ShouldBe(["one", "three"]);
        result.FailedSources["two"].ShouldBe(SourceFailure.Unavailable);
    }

    [Fact]
    public async Task Should_Not_Wait_For_A_Source_Beyond_The_Time_Of_The_Search()
    {
        _world.With("Market:SearchTimeout", "00:00:10");
        var asked = new TaskCompletionSource();
        _site.On("/two", async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var search = _world.Search.SearchAsync(Rio, default);
        await asked.Task;
        await Until.TrueAsync(() => _site.Asked.Count == 3);
        _time.Advance(TimeSpan.FromSeconds(10));
        var result = await search;

        result.FailedSources["two"].ShouldBe(SourceFailure.Unavailable);
        _world.Healths["two"].LastFailureReason.ShouldNotBeNull().ShouldContain("within the time of the search");
    }

    [Fact]
    public async Task Should_Stop_When_The_Caller_Does()
    {
        using var caller = new CancellationTokenSource();
        _site.On("/two", async context =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Should.ThrowAsync<OperationCanceledException>(_world.Search.SearchAsync(Rio, caller.Token));

        _world.Healths.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Answer_From_The_Kept_Answers_Until_They_Are_Too_Old()
    {
        await _world.Search.SearchAsync(Rio, default);
        _site.On("/one", "ad /one/9 900");

        _time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var kept = await _world.Search.SearchAsync(Rio, default);
        var askedSoFar = _site.Asked.Count;
        _time.Advance(TimeSpan.FromSeconds(1));
        var renewed = await _world.Search.SearchAsync(Rio, default);

        askedSoFar.ShouldBe(3);
        kept.Listings.Select(listing => listing.Price).ShouldBe([100m, 200m, 210m]);
        kept.AnsweredSources.Count.ShouldBe(3);
        renewed.Listings[0].Price.ShouldBe(900m);
        _world.Snapshots.Rows.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Keep_Answers_Apart_By_Model_And_Years()
    {
        await _world.Search.SearchAsync(Rio, default);

        await _world.Search.SearchAsync(Rio with { Model = "Ceed" }, default);
        await _world.Search.SearchAsync(Rio with { YearTo = 2020 }, default);

        _site.Asked.Count.ShouldBe(9);
    }

    [Fact]
    public async Task Should_Use_But_Not_Keep_Half_An_Answer()
    {
        _site.On("/two", "ad /two/1 200\nnext /two/p2").On("/two/p2", StubSite.Status(500));

        var result = await _world.Search.SearchAsync(Rio, default);

        result.Listings.Select(listing => listing.Price).ShouldBe([100m, 200m]);
        result.FailedSources.Keys.ShouldBe(["two"]);
        _world.Snapshots.Rows.Select(row => row.Source).ShouldBe(["one", "three"]);
    }

    [Fact]
    public async Task Should_Ask_Only_The_Failed_Source_Again()
    {
        _site.OnEach("/two", StubSite.Status(500), context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "ad /two/1 200"));
        await _world.Search.SearchAsync(Rio, default);

        var result = await _world.Search.SearchAsync(Rio, default);

        result.AnsweredSources.Order().ShouldBe(["one", "three", "two"]);
        _site.Asked.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Should_Record_The_Health_Of_Every_Source()
    {
        _site.On("/two", "<html>a new design</html>");

        await _world.Search.SearchAsync(Rio, default);

        _world.Healths["one"].SuccessRate.ShouldBe(1);
        _world.Healths["one"].LastGoodParseAt.ShouldBe(_time.GetUtcNow().UtcDateTime);
        _world.Healths["two"].SuccessRate.ShouldBe(0);
        _world.Healths["two"].LastFailure.ShouldBe(SourceFailure.MarkupChanged);
        _world.Blobs.Files.ShouldContainKey(_world.Healths["two"].LastRawPage!);
    }

    [Fact]
    public async Task Should_Leave_A_Source_Alone_As_Long_As_It_Asked_For_Even_After_A_Restart()
    {
        _site.On("/two", StubSite.Status(429, ("Retry-After", "3600")));
        // The stub plays three sites on one host, so the other two must be done before the refusal.
        _world.With("Market:Sources:2:Enabled", "false");
        await _world.Search.SearchAsync(Rio, default);
        await using var restarted = new MarketWorld().WithSandbox(_site).With<TimeProvider>(_time).WithSource(0, "two", _site, "two")
            .With<IMarketSourceHealthRepository>(_world.Healths);

        var early = await restarted.Search.SearchAsync(Rio, default);
        var askedSoFar = _site.Asked.Count(path => path == "/two");
        _time.Advance(TimeSpan.FromHours(1));
        _site.On("/two", "ad /two/1 200");
        var later = await restarted.Search.SearchAsync(Rio, default);

        early.FailedSources["two"].ShouldBe(SourceFailure.Blocked);
        askedSoFar.ShouldBe(1);
        later.AnsweredSources.ShouldBe(["two"]);
    }
}
