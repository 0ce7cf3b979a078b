using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Clients;
using SaleAuto.Errors;

namespace SaleAuto.Repositories;

public abstract class UnitOfWork_Tests(TestDatabase database)
{
    [Fact]
    public async Task Should_Run_A_Use_Case_Again_When_Somebody_Else_Was_Quicker()
    {
        await using var app = new TestApplication(database);
        var phone = PhoneNumber.Parse($"+7916{Random.Shared.Next(1000000, 9999999)}");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => app.RunAsync<IServiceProvider, Guid>(scope =>
            scope.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                async token => (await scope.GetRequiredService<ClientManager>().GetOrCreateAsync(phone, $"Name {(char)('A' + i)}", token)).Id,
                default)))));

        var clients = await app.InDatabaseAsync(db => db.Set<Client>().Where(c => c.Phone == phone.Value).ToListAsync());
        clients.ShouldHaveSingleItem().Version.ShouldBe(20);
    }

    [Fact]
    public async Task Should_Refuse_A_Stale_Save()
    {
        await using var app = new TestApplication(database);
        var phone = PhoneNumber.Parse($"+7916{Random.Shared.Next(1000000, 9999999)}");
        var id = await RenameAsync(app, phone, "First");

        var stale = app.RunAsync<IServiceProvider>(async scope =>
        {
            var client = await scope.GetRequiredService<IClientRepository>().GetAsync(id, default);
            await RenameAsync(app, phone, "Second");
            client.Rename("Third");
            await scope.GetRequiredService<IUnitOfWork>().SaveChangesAsync(default);
        });

        await stale.ShouldThrowAsync<ConcurrencyConflictException>();
        (await app.RunAsync<IClientRepository, Client>(clients => clients.GetAsync(id, default))).Name.ShouldBe("Second");
    }

    [Fact]
    public async Task Should_Write_Nothing_When_The_Use_Case_Fails()
    {
        await using var app = new TestApplication(database);
        var phone = PhoneNumber.Parse($"+7916{Random.Shared.Next(1000000, 9999999)}");

        var failing = app.RunAsync<IServiceProvider, Guid>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync<Guid>(
            async token =>
            {
                await scope.GetRequiredService<ClientManager>().GetOrCreateAsync(phone, "Nobody", token);
                await scope.GetRequiredService<IUnitOfWork>().SaveChangesAsync(token);
                throw new BusinessException("Test:Refused");
            },
            default));

        await failing.ShouldThrowAsync<BusinessException>();
        (await app.RunAsync<IClientRepository, Client?>(clients => clients.FindByPhoneAsync(phone, default))).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Keep_A_Deleted_Client_In_The_Trash()
    {
        await using var app = new TestApplication(database);
        var phone = PhoneNumber.Parse($"+7916{Random.Shared.Next(1000000, 9999999)}");
        var id = await RenameAsync(app, phone, "Somebody");

        await app.RunAsync<IServiceProvider>(async scope =>
        {
            var clients = scope.GetRequiredService<IClientRepository>();
            clients.Delete(await clients.GetAsync(id, default));
            await scope.GetRequiredService<IUnitOfWork>().SaveChangesAsync(default);
        });

        (await app.RunAsync<IClientRepository, Client?>(clients => clients.FindAsync(id, default))).ShouldBeNull();
        var kept = await app.InDatabaseAsync(db => db.Set<Client>().IgnoreQueryFilters().SingleAsync(c => c.Id == id));
        kept.IsDeleted.ShouldBeTrue();
        kept.DeletionTime.ShouldBe(app.Clock.Now);
    }

    private static Task<Guid> RenameAsync(TestApplication app, PhoneNumber phone, string name) =>
        app.RunAsync<IServiceProvider, Guid>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token => (await scope.GetRequiredService<ClientManager>().GetOrCreateAsync(phone, name, token)).Id, default));
}

public sealed class UnitOfWork_OnSqlite_Tests(SqliteDatabase database) : UnitOfWork_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class UnitOfWork_OnPostgreSql_Tests(PostgreSqlDatabase database) : UnitOfWork_Tests(database), IClassFixture<PostgreSqlDatabase>;
