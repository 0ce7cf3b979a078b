using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Staff.Tokens;

namespace SaleAuto.Staff;

public abstract class PersonalAccessTokens_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);

    public async Task InitializeAsync()
    {
        await _app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: false, default));
        _app.User.StaffId = await _app.AddStaffAsync(StaffRoles.Manager);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Stand_For_Its_Owner_Until_It_Expires()
    {
        var token = await CreateAsync(days: 1);

        var owner = await FindAsync(token.Token);
        (owner!.StaffId, owner.Scopes).ShouldBe((_app.User.StaffId!.Value, "read"));

        _app.Clock.Advance(TimeSpan.FromDays(1));
        (await FindAsync(token.Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_End_At_Once_When_Revoked_Or_Its_Owner_Is_Disabled()
    {
        var (revoked, orphan) = (await CreateAsync(), await CreateAsync());
        (await FindAsync(revoked.Token)).ShouldNotBeNull();
        (await FindAsync(orphan.Token)).ShouldNotBeNull();

        await _app.RunAsync((IPersonalAccessTokenAppService x) => x.RevokeAsync(revoked.Id, default));
        (await FindAsync(revoked.Token)).ShouldBeNull();
        (await FindAsync(orphan.Token)).ShouldNotBeNull();

        await _app.InDatabaseAsync(async db =>
        {
            (await db.Users.SingleAsync(x => x.Id == _app.User.StaffId)).Disable();
            return await db.SaveChangesAsync();
        });
        (await FindAsync(orphan.Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Keep_Only_A_Hash_And_Tell_The_Log_No_Secret()
    {
        var token = await CreateAsync();

        var row = await _app.InDatabaseAsync(db => db.Set<PersonalAccessToken>().SingleAsync(x => x.Id == token.Id));
        row.Hash.ShouldNotContain(token.Token);
        token.Token.ShouldStartWith(row.Prefix);
        var line = await _app.InDatabaseAsync(db => db.Set<AuditEntry>().SingleAsync(x => x.TargetId == token.Id));
        line.Changes!.ShouldNotContain(row.Hash);
        line.Changes!.ShouldContain(row.Prefix);
    }

    [Fact]
    public async Task Should_Note_Its_Use_At_Most_Once_A_Minute()
    {
        var token = await CreateAsync();
        await FindAsync(token.Token);
        var first = _app.Clock.Now;
        _app.Clock.Advance(TimeSpan.FromSeconds(30));
        await FindAsync(token.Token);
        (await LastUsedAsync(token.Id)).ShouldBe(first);

        _app.Clock.Advance(TimeSpan.FromSeconds(31));
        await FindAsync(token.Token);
        (await LastUsedAsync(token.Id)).ShouldBe(_app.Clock.Now);
    }

    [Fact]
    public async Task Should_Not_Be_Made_By_A_Token_Nor_Revoked_By_Somebody_Else()
    {
        var token = await CreateAsync();
        _app.User.Scopes = [PermissionScopes.All];
        (await Should.ThrowAsync<BusinessException>(() => CreateAsync())).Code.ShouldBe(SaleAutoErrorCodes.Staff.TokenNotAllowed);
        _app.User.Scopes = null;

        _app.User.StaffId = await _app.AddStaffAsync(StaffRoles.Owner);
        await Should.ThrowAsync<EntityNotFoundException>(() => _app.RunAsync((IPersonalAccessTokenAppService x) => x.RevokeAsync(token.Id, default)));
        (await FindAsync(token.Token)).ShouldNotBeNull();

        _app.User.StaffId = null;
        _app.User.IsRequest = true;
        await Should.ThrowAsync<AuthorizationException>(() => CreateAsync());
    }

    [Theory]
    [InlineData("", 1, "read")]
    [InlineData("x", 0, "read")]
    [InlineData("x", 366, "read")]
    [InlineData("x", 1, "SaleAuto.Nothing")]
    [InlineData("x", 1, "")]
    public async Task Should_Refuse_A_Wrong_Input(string name, int days, string scope) =>
        await Should.ThrowAsync<InputValidationException>(() => _app.RunAsync((IPersonalAccessTokenAppService x) =>
            x.CreateAsync(new CreatePersonalAccessTokenInput { Name = name, Days = days, Scopes = scope.Length == 0 ? [] : [scope] }, default)));

    private Task<NewPersonalAccessTokenDto> CreateAsync(int days = 30) => _app.RunAsync((IPersonalAccessTokenAppService x) =>
        x.CreateAsync(new CreatePersonalAccessTokenInput { Name = "отчёт", Days = days, Scopes = [PermissionScopes.Read] }, default));

    private Task<TokenOwner?> FindAsync(string token) => _app.RunAsync(async (IPersonalAccessTokens x) => await x.FindOwnerAsync(token, default));

    private Task<DateTime?> LastUsedAsync(Guid id) =>
        _app.InDatabaseAsync(db => db.Set<PersonalAccessToken>().Where(x => x.Id == id).Select(x => x.LastUsedAt).SingleAsync());
}

public sealed class PersonalAccessTokens_OnSqlite_Tests(SqliteDatabase database) : PersonalAccessTokens_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class PersonalAccessTokens_OnPostgreSql_Tests(PostgreSqlDatabase database) : PersonalAccessTokens_Tests(database), IClassFixture<PostgreSqlDatabase>;
