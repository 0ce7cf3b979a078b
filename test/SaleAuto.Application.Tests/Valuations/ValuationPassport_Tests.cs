using SaleAuto.Demo;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Repositories;

namespace SaleAuto.Valuations;

public abstract class ValuationPassport_Tests(TestDatabase database) : IAsyncLifetime
{
    private TestApplication _app = null!;

    public async Task InitializeAsync()
    {
        _app = new TestApplication(database);
        await _app.TakeDemoAsync();
        _app.User.StaffId = DemoStaff.IdOf("manager");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Show_The_Adverts_Behind_The_Offer()
    {
        var passport = (await FindAsync("lost-solaris"))!;

        var evidence = passport.Evidence!;
        evidence.Used.Count.ShouldBeGreaterThan(2);
        evidence.Used.ShouldAllBe(x => x.AdjustedPrice > 0 && x.DroppedBecause == null);
        evidence.Dropped.Select(x => x.DroppedBecause).ShouldContain("outlier");
        evidence.Deductions.ShouldNotBeEmpty();
        (passport.MarketLow <= passport.MarketMedian && passport.MarketMedian <= passport.MarketHigh).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Say_Why_A_Person_Has_To_Value()
    {
        var passport = (await FindAsync("new-overdue"))!;

        passport.Status.ShouldBe(ValuationStatus.Manual);
        passport.ManualReason.ShouldNotBeNull();
        passport.Evidence.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Have_Nothing_To_Show_For_A_Lead_Without_A_Valuation() => (await FindAsync("nobody")).ShouldBeNull();

    [Fact]
    public async Task Should_Refuse_Sellers_And_Whoever_Is_Not_Signed_In()
    {
        _app.User.StaffId = DemoStaff.IdOf("seller");
        (await Should.ThrowAsync<AuthorizationException>(() => FindAsync("lost-solaris"))).Permission.ShouldBe(LeadPermissions.Default);

        _app.User.StaffId = null;
        _app.User.ClientId = DemoIds.Of("client:won-camry");
        await Should.ThrowAsync<AuthorizationException>(() => FindAsync("won-camry"));
    }

    private Task<ValuationPassportDto?> FindAsync(string demoName) =>
        _app.RunAsync((IValuationPassportAppService passports) => passports.FindAsync(DemoIds.Of($"lead:{demoName}"), default));
}

public sealed class ValuationPassport_OnSqlite_Tests(SqliteDatabase database) : ValuationPassport_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class ValuationPassport_OnPostgreSql_Tests(PostgreSqlDatabase database) : ValuationPassport_Tests(database), IClassFixture<PostgreSqlDatabase>;
