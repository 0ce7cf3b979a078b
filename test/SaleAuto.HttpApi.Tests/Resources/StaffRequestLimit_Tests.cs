using System.Net;

namespace SaleAuto.Resources;

public sealed class StaffRequestLimit_Tests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Should_Hold_Each_Token_To_Its_Own_Limit()
    {
        await using var host = new ApiHost(_database, ("Demo:Enabled", "true"), ("RateLimits:StaffPerMinute", "3"));
        var (manager, seller) = (await host.StaffAsync("manager"), await host.StaffAsync("seller"));
        for (var i = 0; i < 3; i++)
        {
            (await manager.GetAsync("/api/app/search?q=x")).Status.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await manager.GetAsync("/api/app/search?q=x");

        refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, SaleAutoErrorCodes.Requests.TooMany);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await seller.GetAsync("/api/app/search?q=x")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_Let_Nobody_In_Without_A_Token_Of_Staff()
    {
        await using var host = new ApiHost(_database, ("Demo:Enabled", "true"));
        var (stranger, forger, client) = (host.NewClient(), host.NewClient(), host.NewClient());
        forger.Bring("sat_" + new string('x', 40));
        await client.SignInAsync();

        foreach (var path in new[] { "/api/app/search", "/api/app/leads", $"/api/app/leads/{Guid.Empty}", "/api/app/leads/export?format=csv", $"/api/app/files/{Guid.Empty}" })
        {
            (await stranger.GetAsync(path)).ShouldBeProblem(HttpStatusCode.Unauthorized, SaleAutoErrorCodes.Requests.NotSignedIn);
            (await forger.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Unauthorized, path);
            (await client.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Unauthorized, path);
        }
    }
}
