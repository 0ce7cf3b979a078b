using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Staff;

public sealed class FirstAdministrator_Tests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Should_Make_One_Administrator_And_Only_Where_There_Is_No_Staff()
    {
        await using var app = new TestApplication(database);
        await app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: false, default));

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => CreateAsync(app, "root", "short"));
        refusal.Message.ShouldContain("10");
        (await CountAsync(app)).ShouldBe(0);

        (await CreateAsync(app, "root", "long enough words")).ShouldBeTrue();
        (await CreateAsync(app, "other", "long enough words")).ShouldBeFalse();

        (await CountAsync(app)).ShouldBe(1);
        var isAdministrator = await app.RunAsync(async (UserManager<StaffMember> accounts) =>
            await accounts.IsInRoleAsync((await accounts.FindByNameAsync("ROOT"))!, StaffRoles.Administrator));
        isAdministrator.ShouldBeTrue();
    }

    private static Task<bool> CreateAsync(TestApplication app, string userName, string password) =>
        app.RunAsync((FirstAdministrator first) => first.CreateAsync(userName, password, default));

    private static Task<int> CountAsync(TestApplication app) => app.InDatabaseAsync(db => db.Users.CountAsync());
}
