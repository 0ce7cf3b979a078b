using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Calls;
using SaleAuto.Clients;
using SaleAuto.Leads;
using SaleAuto.Staff;
using SaleAuto.Valuations;

namespace SaleAuto.Demo;

public abstract class DemoSeedContributor_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);

    public Task InitializeAsync() => SeedAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Change_Nothing_When_Run_Again()
    {
        var before = await ReadAllAsync();

        _app.Clock.Advance(TimeSpan.FromHours(3));
        await SeedAsync();

        (await ReadAllAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Should_Show_Leads_And_Calls_In_Every_State()
    {
        var leads = await _app.InDatabaseAsync(db => db.Set<Lead>().ToListAsync());
        var calls = await _app.InDatabaseAsync(db => db.Set<CallTask>().ToListAsync());

        Enum.GetValues<LeadStatus>().Except(leads.Select(x => x.Status)).ShouldBeEmpty();
        Enum.GetValues<LeadCloseReason>().Except(leads.Select(x => x.CloseReason).OfType<LeadCloseReason>()).ShouldBeEmpty();
        Enum.GetValues<LeadKind>().Except(leads.Select(x => x.Kind)).ShouldBeEmpty();
        Enum.GetValues<CallTaskStatus>().Except(calls.Select(x => x.Status)).ShouldBeEmpty();
        Enum.GetValues<CallTaskKind>().Except(calls.Select(x => x.Kind)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Leave_No_Work_For_The_Workers()
    {
        var pending = await _app.InDatabaseAsync(db => db.Set<Valuation>().CountAsync(x => x.Status == ValuationStatus.Pending));

        pending.ShouldBe(0);
    }

    [Fact]
    public async Task Should_Tell_A_Story_That_Ends_Before_Now()
    {
        var now = _app.Clock.Now;
        var leads = await _app.InDatabaseAsync(db => db.Set<Lead>().Include(x => x.History).ToListAsync());
        var calls = await _app.InDatabaseAsync(db => db.Set<CallTask>().ToListAsync());

        leads.SelectMany(x => x.History).ShouldAllBe(x => x.At <= now);
        leads.ShouldAllBe(x => x.CreationTime == x.History.Min(h => h.At));
        calls.ShouldAllBe(x => x.PromisedAt <= now && (x.EndedAt == null || x.EndedAt <= now));
        calls.Count(x => x.Status == CallTaskStatus.Pending && x.DueAt < now).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Keep_A_Consent_With_Every_Lead()
    {
        var without = await _app.InDatabaseAsync(db =>
            db.Set<Lead>().CountAsync(lead => !db.Set<Consent>().Any(x => x.LeadId == lead.Id && x.Kind == ConsentKind.PersonalData)));

        without.ShouldBe(0);
    }

    [Fact]
    public async Task Should_Make_Staff_Of_Every_Role_That_Can_Sign_In()
    {
        foreach (var person in DemoStaff.All)
        {
            var fits = await _app.RunAsync(async (UserManager<StaffMember> accounts) =>
                await accounts.FindByNameAsync(person.UserName) is { } staff
                && await accounts.CheckPasswordAsync(staff, DemoStaff.Password)
                && await accounts.IsInRoleAsync(staff, person.Role));

            fits.ShouldBeTrue(person.UserName);
        }
        DemoStaff.All.Select(x => x.Role).Distinct().Order().ShouldBe(StaffRoles.All.Order());
        (await _app.RunAsync((IStaffDirectory staff) => staff.GetManagersOnDutyAsync(default))).Select(x => x.TelegramChatId).Order().ShouldBe([1001, 1002]);
    }

    private Task SeedAsync() => _app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: true, default));

    private async Task<IReadOnlyList<string>> ReadAllAsync()
    {
        var staff = await _app.InDatabaseAsync(db => db.Users.OrderBy(x => x.Id).Select(x => $"{x.Id} {x.ConcurrencyStamp}").ToListAsync());
        var leads = await _app.InDatabaseAsync(db => db.Set<Lead>().OrderBy(x => x.Id).Select(x => $"{x.Id} {x.Version} {x.CreationTime}").ToListAsync());
        var calls = await _app.InDatabaseAsync(db => db.Set<CallTask>().OrderBy(x => x.Id).Select(x => $"{x.Id} {x.Version} {x.DueAt}").ToListAsync());
        var clients = await _app.InDatabaseAsync(db => db.Set<Client>().CountAsync());
        return [.. staff, .. leads, .. calls, $"{clients}"];
    }
}

public sealed class DemoSeedContributor_OnSqlite_Tests(SqliteDatabase database) : DemoSeedContributor_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class DemoSeedContributor_OnPostgreSql_Tests(PostgreSqlDatabase database) : DemoSeedContributor_Tests(database), IClassFixture<PostgreSqlDatabase>;
