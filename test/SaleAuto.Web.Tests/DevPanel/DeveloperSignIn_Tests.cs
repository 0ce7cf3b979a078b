using System.Net;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Demo;

namespace SaleAuto.DevPanel;

public sealed class DeveloperSignIn_Tests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("/dev")]
    [InlineData("/dev/tables/Leads")]
    [InlineData("/dev/tables/Leads/new")]
    public async Task Should_Not_Exist_Without_A_Password(string address)
    {
        await using var site = new DeveloperSite(_database, password: "");
        using var visit = site.Visit();

        (await visit.Http.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_Ask_Everybody_Else_For_The_Password()
    {
        await using var site = new DeveloperSite(_database);
        using var stranger = site.Visit(password: null);
        using var guesser = site.Visit(password: "");
        using var administrator = new StaffBrowser(stranger.Http.BaseAddress!);
        (await administrator.SignInAsync("admin", DemoStaff.Password)).Dispose();

        using var asked = await stranger.Http.GetAsync("/dev/tables/Staff");
        using var guessed = await guesser.Http.GetAsync("/dev/tables/Staff");
        using var staff = await administrator.GetAsync("/dev/tables/Staff");

        asked.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        asked.Headers.WwwAuthenticate.ToString().ShouldStartWith("Basic realm=");
        (await asked.Content.ReadAsStringAsync()).ShouldBeEmpty();
        guessed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        staff.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await site.InDatabaseAsync(db => db.Set<AuditEntry>().CountAsync(x => x.Action == AuditActions.SignInRefused && x.TargetType == "DeveloperPanel"))).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Let_Nobody_Try_On_And_On()
    {
        await using var site = new DeveloperSite(_database);
        using var guesser = site.Visit(password: "guess");
        using var developer = site.Visit();
        (await developer.Http.GetAsync("/dev")).StatusCode.ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 10; i++)
        {
            await guesser.Http.GetAsync("/dev");
        }

        using var refused = await guesser.Http.GetAsync("/dev");
        using var alsoRight = await developer.Http.GetAsync("/dev");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        alsoRight.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
