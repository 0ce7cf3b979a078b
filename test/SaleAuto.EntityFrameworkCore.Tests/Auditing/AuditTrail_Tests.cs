using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Clients;
using SaleAuto.Entities;
using SaleAuto.Messages;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Auditing;

public abstract class AuditTrail_Tests(TestDatabase database)
{
    [Fact]
    public async Task Should_Tell_What_Became_Of_A_Row_And_Who_Did_It()
    {
        await using var app = new TestApplication(database);
        app.User.StaffId = await AddStaffAsync(app, "Мария Смирнова");
        var client = await ChangeAsync(app, null, (db, _) => db.Add(NewClient("Иван")));
        await ChangeAsync(app, client, (_, row) => row.Rename("Иван Петрович"));
        await ChangeAsync(app, client, (db, row) => db.Remove(row));
        await ChangeAsync(app, client, (_, row) => row.Restore());

        var lines = await LinesOfAsync(app, client);

        lines.Select(x => x.Action).ShouldBe([AuditActions.Created, AuditActions.Updated, AuditActions.Deleted, AuditActions.Restored]);
        lines[^1].At.ShouldBe(app.Clock.Now);
        lines.Select(x => x.TargetVersion).ShouldBe([1, 2, 3, 4]);
        lines.ShouldAllBe(x => x.TargetType == "Client" && x.ActorId == app.User.StaffId && x.ActorName == "Мария Смирнова");
        var name = JsonElement.Parse(lines[1].Changes!).GetProperty("Name");
        (name.GetProperty("before").GetString(), name.GetProperty("after").GetString()).ShouldBe(("Иван", "Иван Петрович"));
        (await app.InDatabaseAsync(db => db.Set<Client>().SingleAsync(x => x.Id == client))).DeletionTime.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Refuse_To_Change_Or_Delete_A_Line()
    {
        await using var app = new TestApplication(database);
        await ChangeAsync(app, null, (db, _) => db.Add(NewClient("Иван")));

        foreach (var statement in new[] { "UPDATE \"AuditEntries\" SET \"Note\" = 'x'", "DELETE FROM \"AuditEntries\"" })
        {
            var refusal = await Should.ThrowAsync<Exception>(() => app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(statement)));
            refusal.Message.ShouldContain("only added");
        }
        (await app.InDatabaseAsync(db => db.Set<AuditEntry>().AnyAsync(x => x.Note == "x"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Feed_What_Any_Node_Committed()
    {
        await using var here = new TestApplication(database);
        await using var there = new TestApplication(database);
        there.Clock.Advance(TimeSpan.FromMinutes(5));
        var since = there.Clock.Now;
        there.Clock.Advance(TimeSpan.FromSeconds(1));
        var client = await ChangeAsync(there, null, (db, _) => db.Add(NewClient("Иван")));
        there.Clock.Advance(TimeSpan.FromSeconds(1));
        await ChangeAsync(there, client, (_, row) => row.Rename("Пётр"));

        var heard = await here.RunAsync((IChangeFeed feed) => feed.ReadAsync(since, default));

        heard.Where(x => x.RowId == client).Select(x => (x.EntityType, x.IsNew)).ShouldBe([("Client", false), ("Client", true)]);
    }

    [Fact]
    public async Task Should_Never_Tell_A_Password()
    {
        await using var app = new TestApplication(database);
        var id = await AddStaffAsync(app, "Игорь Панов");

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.RunAsync(async (UserManager<StaffMember> accounts) =>
        {
            var staff = (await accounts.FindByIdAsync(id.ToString()))!;
            (await accounts.AddPasswordAsync(staff, "long enough words")).Succeeded.ShouldBeTrue();
            await accounts.AccessFailedAsync(staff);
            staff.Disable();
            await accounts.UpdateAsync(staff);
        });

        var lines = await LinesOfAsync(app, id);
        lines.Select(x => x.Action).ShouldBe([AuditActions.Created, AuditActions.Updated]);
        lines.ShouldAllBe(x => !x.Changes!.Contains("Hash") && !x.Changes.Contains("Stamp") && !x.Changes.Contains("Failed"));
        lines[1].Changes!.ShouldContain("IsActive");
    }

    [Fact]
    public async Task Should_Lose_The_Line_With_The_Change_But_Not_What_Is_Written_At_Once()
    {
        await using var app = new TestApplication(database);
        var client = NewClient("Иван");

        var failing = app.RunAsync<IServiceProvider, int>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync<int>(
            async token =>
            {
                scope.GetRequiredService<SaleAutoDbContext>().Add(client);
                await scope.GetRequiredService<IUnitOfWork>().SaveChangesAsync(token);
                throw new InvalidOperationException();
            },
            default));
        await failing.ShouldThrowAsync<InvalidOperationException>();
        await app.RunAsync((IAuditTrail trail) => trail.WriteAsync(new AuditRecord(AuditActions.AccessDenied, "Client", client.Id, Note: "phone"), default));

        (await LinesOfAsync(app, client.Id)).ShouldHaveSingleItem().Action.ShouldBe(AuditActions.AccessDenied);
    }

    [Fact]
    public async Task Should_Name_The_Business_Action_And_Group_A_Bulk_Operation()
    {
        await using var app = new TestApplication(database);
        var ids = new[] { await ChangeAsync(app, null, (db, _) => db.Add(NewClient("Один"))), await ChangeAsync(app, null, (db, _) => db.Add(NewClient("Два"))) };
        var operation = Guid.CreateVersion7();

        await app.RunAsync<IServiceProvider>(async scope =>
        {
            var current = scope.GetRequiredService<IAuditOperation>();
            (current.OperationId, current.Action, current.Note) = (operation, "Rename", "по просьбе");
            var db = scope.GetRequiredService<SaleAutoDbContext>();
            await db.Set<Client>().Where(x => ids.Contains(x.Id)).ForEachAsync(x => x.Rename("Три"));
            await db.SaveChangesAsync();
        });

        var lines = await app.InDatabaseAsync(db => db.Set<AuditEntry>().Where(x => x.OperationId == operation).ToListAsync());
        lines.Select(x => x.TargetId!.Value).ShouldBe(ids, ignoreOrder: true);
        lines.ShouldAllBe(x => x.Action == "Rename" && x.Note == "по просьбе");
    }

    [Fact]
    public async Task Should_Announce_Rows_Only_Once_They_Are_Committed()
    {
        var heard = new Listener();
        await using var app = new TestApplication(database, services => services.AddSingleton<IRowChangeListener>(heard));
        var client = NewClient("Иван");

        await app.RunAsync<IServiceProvider, int>(scope => scope.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                scope.GetRequiredService<SaleAutoDbContext>().Add(client);
                await scope.GetRequiredService<IUnitOfWork>().SaveChangesAsync(token);
                heard.Changes.ShouldBeEmpty();
                return 0;
            },
            default));
        await ChangeAsync(app, client.Id, (db, row) => db.Remove(row));

        heard.Changes.ShouldBe([new(typeof(Client), client.Id, RowChangeKind.Added), new(typeof(Client), client.Id, RowChangeKind.Deleted)]);
    }

    [Fact]
    public async Task Should_Keep_The_Search_Text_Of_A_Row()
    {
        await using var app = new TestApplication(database);

        var id = await ChangeAsync(app, null, (db, _) => db.Add(NewClient("Алёна")));
        await ChangeAsync(app, id, (_, row) => row.Rename("Пётр"));

        var texts = await app.InDatabaseAsync(db => db.Set<Client>().Where(x => x.Id == id)
            .Select(x => new { Open = EF.Property<string>(x, "SearchText"), Guarded = EF.Property<string>(x, "GuardedSearchText") }).SingleAsync());
        texts.Open.ShouldBe("петр");
        texts.Guarded.ShouldStartWith("+7916"); // what not everybody may see stands apart
    }

    private static Client NewClient(string name)
    {
        var client = (Client)Activator.CreateInstance(typeof(Client), nonPublic: true)!;
        typeof(Entity<Guid>).GetProperty(nameof(Client.Id))!.SetValue(client, Guid.CreateVersion7());
        typeof(Client).GetProperty(nameof(Client.Phone))!.SetValue(client, $"+7916{Random.Shared.Next(1000000, 9999999)}");
        client.Rename(name);
        return client;
    }

    private static Task<Guid> ChangeAsync(TestApplication app, Guid? id, Action<SaleAutoDbContext, Client> change) => app.InDatabaseAsync(async db =>
    {
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var row = id is null ? null : await db.Set<Client>().IgnoreQueryFilters([IFullAudited.TrashFilter]).SingleAsync(x => x.Id == id);
        change(db, row!);
        await db.SaveChangesAsync();
        return row?.Id ?? db.Set<Client>().Local.Single().Id;
    });

    private static Task<Guid> AddStaffAsync(TestApplication app, string name) => app.InDatabaseAsync(async db =>
    {
        var staff = new StaffMember(Guid.CreateVersion7(), $"user-{Guid.NewGuid():N}", name);
        db.Add(staff);
        await db.SaveChangesAsync();
        return staff.Id;
    });

    private static Task<List<AuditEntry>> LinesOfAsync(TestApplication app, Guid target) =>
        app.InDatabaseAsync(db => db.Set<AuditEntry>().Where(x => x.TargetId == target).OrderBy(x => x.At).ToListAsync());

    private sealed class Listener : IRowChangeListener
    {
        public List<RowChange> Changes { get; } = [];

        public void OnCommitted(IReadOnlyList<RowChange> changes) => Changes.AddRange(changes);
    }
}

public sealed class AuditTrail_OnSqlite_Tests(SqliteDatabase database) : AuditTrail_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class AuditTrail_OnPostgreSql_Tests(PostgreSqlDatabase database) : AuditTrail_Tests(database), IClassFixture<PostgreSqlDatabase>;
