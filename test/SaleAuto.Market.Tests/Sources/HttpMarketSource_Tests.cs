using System.Text;

namespace SaleAuto.Market;

public sealed class HttpMarketSource_Tests : IAsyncLifetime
{
    private static readonly MarketQuery Rio = new("Kia", "Rio", 2017, 2019);

    private StubSite _site = null!;
    private MarketWorld _world = null!;

    private IMarketSource Source => _world.Get<IReadOnlyList<IMarketSource>>()[0];

    public async Task InitializeAsync()
    {
        _site = await StubSite.StartAsync();
        _world = new MarketWorld().WithSandbox(_site).WithSource(0, "stub", _site);
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Should_Put_The_Query_Into_The_Addresses_And_Read_Page_After_Page()
    {
        _world.WithSource(0, "stub", _site, "used/{make}_{model}?from={yearFrom}&to={yearTo}")
            .With("Market:Sources:0:PagePath", "used/{make}_{model}/page{page}")
            .With("Market:Sources:0:Slugs:Models:Kia Rio", "rio-4");
        _site.On("/used/kia_rio-4", "ad /1 100\nad /2 200\nnext /elsewhere").On("/used/kia_rio-4/page2", "ad /2 200\nad /3 300");

        var listings = await Source.SearchAsync(Rio, default);

        listings.Select(listing => listing.Price).ShouldBe([100m, 200m, 300m]);
        _site.Asked.ShouldBe(["/used/kia_rio-4?from=2017&to=2019", "/used/kia_rio-4/page2"]);
    }

    [Fact]
    public async Task Should_Follow_The_Pages_Own_Link_Where_The_Settings_Name_None()
    {
        _site.On("/kia/rio", "ad /1 100\nnext /kia/rio/more?c=x").On("/kia/rio/more", "ad /2 200");

        var listings = await Source.SearchAsync(Rio, default);

        listings.Count.ShouldBe(2);
        _site.Asked.ShouldBe(["/kia/rio", "/kia/rio/more?c=x"]);
    }

    [Fact]
    public async Task Should_Read_No_More_Pages_Than_Allowed()
    {
        _world.WithSource(0, "stub", _site, "{make}?p={page}", maxPages: 3);
        _site.On("/kia", context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
            context.Response, $"ad /{context.Request.Query["p"]} 100\nnext /kia"));

        var listings = await Source.SearchAsync(Rio, default);

        listings.Count.ShouldBe(3);
        _site.Asked.ShouldBe(["/kia?p=1", "/kia?p=2", "/kia?p=3"]);
    }

    [Fact]
    public async Task Should_Stop_When_A_Page_Brings_Nothing_New()
    {
        _site.On("/kia/rio", "ad /1 100\nnext /kia/rio");

        var listings = await Source.SearchAsync(Rio, default);

        listings.Count.ShouldBe(1);
        _site.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Keep_The_Page_That_Was_Not_Understood_With_Its_Origin()
    {
        _site.On("/kia/rio", "<html>a new design</html>");

        var failure = await Should.ThrowAsync<SourceMarkupChangedException>(Source.SearchAsync(Rio, default));

        failure.RawPage.ShouldNotBeNull();
        Encoding.UTF8.GetString(_world.Blobs.Files[failure.RawPage]).ShouldBe("<html>a new design</html>");
        Encoding.UTF8.GetString(_world.Blobs.Files[failure.RawPage + ".json"]).ShouldContain($"{_site.Url}kia/rio");
    }

    [Fact]
    public async Task Should_Bound_Number_And_Size_Of_The_Kept_Pages()
    {
        _world.With("Market:RawPagesPerSource", "3").With("Market:RawPageBytes", "10");
        for (var i = 0; i < 40; i++)
        {
            _site.On($"/kia/m{i}", "<html>a new design</html>");
            await Should.ThrowAsync<SourceMarkupChangedException>(Source.SearchAsync(Rio with { Model = $"M{i}" }, default));
        }

        _world.Blobs.Files.Keys.Count(name => name.EndsWith(".html", StringComparison.Ordinal)).ShouldBe(3);
        _world.Blobs.Files.Count.ShouldBe(6);
        _world.Blobs.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).ShouldAllBe(file => file.Value.Length == 10);
    }

    [Fact]
    public async Task Should_Hand_Over_What_It_Found_Before_It_Failed()
    {
        _site.On("/kia/rio", "ad /1 100\nnext /p2").On("/p2", StubSite.Status(500));

        var failure = await Should.ThrowAsync<SourceUnavailableException>(Source.SearchAsync(Rio, default));

        failure.FoundBefore.Single().Price.ShouldBe(100m);
    }
}
