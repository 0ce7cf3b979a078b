using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.LowCode;
using SaleAuto.Permissions;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Messages;

/// <summary>What was written to a client can be read by those who may; a code cannot be read by anybody.</summary>
public abstract class MessageText_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Show_The_Text_To_Those_With_The_Permission_Only()
    {
        var id = await WriteAsync("Встреча назначена на 21 ноября, 12:00", isSecret: false);
        var without = await _app.AddStaffAsync(StaffRoles.Manager);
        await _app.SetAsync(new PermissionHolder(PermissionHolderKind.Staff, without), "SaleAuto.Messages.Text", PermissionState.Denied);

        (await ReadAsync(SalesWorld.Manager, id)).Value("text").ShouldBe("Встреча назначена на 21 ноября, 12:00");
        (await ReadAsync(without, id)).Page.Fields.Select(f => f.Name).ShouldNotContain("text");
    }

    [Theory]
    [InlineData("123456 — ваш код для SaleAuto\n@saleauto.test #123456", "•••• — ваш код для SaleAuto\n@saleauto.test ••••")]
    [InlineData("Код: 12 34-56.", "Код: •••• ••••")]
    [InlineData("Войдите: https://saleauto.test/a?k=Zx", "Войдите: ••••")]
    public async Task Should_Keep_A_Code_From_Everybody(string text, string shown)
    {
        var id = await WriteAsync(text, isSecret: true);

        (await ReadAsync(SalesWorld.Manager, id)).Value("text").ShouldBe(shown);
        var body = await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.Id == id).Select(x => x.Body).SingleAsync());
        body.ShouldNotContain("1234");
    }

    private Task<ResourceRecord> ReadAsync(Guid staffId, Guid id)
    {
        _app.User.StaffId = staffId;
        return _app.RunAsync<IResourceReader, ResourceRecord>(reader => reader.GetAsync(_app.Services.GetRequiredService<IResourceRegistry>().Get("messages"), id, default));
    }

    private async Task<Guid> WriteAsync(string text, bool isSecret)
    {
        var key = $"test:{Guid.NewGuid()}";
        await _app.RunAsync<IServiceProvider>(async scope =>
        {
            var draft = new MessageDraft { Channel = MessageChannel.Sms, Recipient = "+79160000000", Text = text, DeduplicationKey = key, IsSecret = isSecret };
            await scope.GetRequiredService<IMessageOutbox>().AddAsync(draft, default);
            await scope.GetRequiredService<IUnitOfWork>().SaveChangesAsync(default);
        });
        return await _app.InDatabaseAsync(db => db.Set<OutgoingMessage>().Where(x => x.DeduplicationKey == key).Select(x => x.Id).SingleAsync());
    }
}

public sealed class MessageText_OnSqlite_Tests(SqliteDatabase database) : MessageText_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class MessageText_OnPostgreSql_Tests(PostgreSqlDatabase database) : MessageText_Tests(database), IClassFixture<PostgreSqlDatabase>;
