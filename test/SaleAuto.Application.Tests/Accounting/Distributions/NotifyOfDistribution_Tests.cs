using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Messages;
using SaleAuto.Staff;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting.Distributions;

public abstract class NotifyOfDistribution_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Tell_Every_Owner_Once_That_A_Distribution_Waits()
    {
        var owners = await _app.RunAsync((IStaffDirectory staff) => staff.GetByRoleAsync(StaffRoles.Owner, default));
        var car = await _app.SellAsync(Seller, 600_000, 0, 610_000.50m);
        var waiting = await _app.LiveAsync(car);

        var told = await ToldAsync(waiting.Id);
        told.Select(x => x.Recipient).ShouldBe(owners.Select(x => $"{x.TelegramChatId}"), ignoreOrder: true);
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(x => x.Text!.Contains("Kia Rio") && x.Text.Contains("10\u00A0000,50\u00A0₽") && x.Body.Contains($"https://saleauto.test/admin/distributions/{waiting.Id}") && x.DueAt == _app.Clock.Now);

        await _app.ByAsync(Owner, (IDistributionAppService x) => x.ComputeAsync(car, default)); // the same one, reckoned anew
        await _app.ApproveAsync(car);
        (await ToldAsync(waiting.Id)).Count.ShouldBe(owners.Count);

        await _app.ReverseAsync(car, "Ошибка");
        (await ToldAsync((await _app.LiveAsync(car)).Id)).Count.ShouldBe(owners.Count, "another one waits");
    }

    [Fact]
    public async Task Should_Let_The_Owners_Sleep()
    {
        _app.Clock.Advance(_app.Clock.Now.Date.AddHours(20) - _app.Clock.Now); // 23:00 in Moscow

        var car = await _app.SellAsync(Seller, 600_000, 0, 610_000);

        (await ToldAsync((await _app.LiveAsync(car)).Id)).ShouldAllBe(x => x.DueAt == _app.Clock.Now.Date.AddDays(1).AddHours(8 - 3) && x.Priority == MessagePriority.Normal);
    }

    private Task<List<OutgoingMessage>> ToldAsync(Guid distributionId)
    {
        var key = $"distribution-waits:{distributionId}:";
        return _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey.StartsWith(key)).ToListAsync());
    }
}

public sealed class NotifyOfDistribution_OnSqlite_Tests(SqliteDatabase database) : NotifyOfDistribution_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class NotifyOfDistribution_OnPostgreSql_Tests(PostgreSqlDatabase database) : NotifyOfDistribution_Tests(database), IClassFixture<PostgreSqlDatabase>;
