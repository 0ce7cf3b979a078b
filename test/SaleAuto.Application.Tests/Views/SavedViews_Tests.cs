using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Staff;

namespace SaleAuto.Views;

public abstract class SavedViews_Tests(TestDatabase database) : IAsyncLifetime
{
    private TestApplication _app = null!;
    private Guid _owner;
    private Guid _manager;
    private Guid _seller;

    // Tests share a database: each has a list of its own.
    private readonly string _list = $"list-{Guid.NewGuid():N}";

    public async Task InitializeAsync()
    {
        _app = new TestApplication(database);
        await _app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: false, default));
        _owner = await _app.AddStaffAsync(StaffRoles.Owner);
        _manager = await _app.AddStaffAsync(StaffRoles.Manager);
        _seller = await _app.AddStaffAsync(StaffRoles.Seller);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Show_A_View_To_Its_Audience_Only()
    {
        await CreateAsync(_owner, "mine", ViewAudience.Private);
        await CreateAsync(_owner, "managers", ViewAudience.Role, StaffRoles.Manager);
        await CreateAsync(_owner, "everybody", ViewAudience.Shared);

        (await NamesAsync(_owner)).ShouldBe(["mine", "managers", "everybody"]);
        (await NamesAsync(_manager)).ShouldBe(["managers", "everybody"]);
        (await NamesAsync(_seller)).ShouldBe(["everybody"]);
    }

    [Fact]
    public async Task Should_Refuse_Views_For_Others_From_Those_Who_May_Not_Share()
    {
        var shared = await CreateAsync(_owner, "shared", ViewAudience.Shared);
        var hidden = await CreateAsync(_owner, "hidden", ViewAudience.Private);

        await Should.ThrowAsync<AuthorizationException>(() => CreateAsync(_manager, "for all", ViewAudience.Shared));
        await Should.ThrowAsync<AuthorizationException>(() => As(_manager, views => views.UpdateAsync(shared.Id, Input("taken", ViewAudience.Private), default)));
        await Should.ThrowAsync<AuthorizationException>(() => As(_manager, async views => { await views.DeleteAsync(shared.Id, default); return 0; }));
        await Should.ThrowAsync<EntityNotFoundException>(() => As(_manager, views => views.UpdateAsync(hidden.Id, Input("taken", ViewAudience.Private), default)));
        await Should.ThrowAsync<AuthorizationException>(() => As(null, views => views.GetAsync(_list, default)));

        (await NamesAsync(_owner)).ShouldBe(["hidden", "shared"]);
    }

    [Fact]
    public async Task Should_Open_The_Own_Default_Before_That_Of_The_Role_And_Of_Everybody()
    {
        var everybody = await CreateAsync(_owner, "everybody", ViewAudience.Shared, isDefault: true);
        var role = await CreateAsync(_owner, "role", ViewAudience.Role, StaffRoles.Manager, isDefault: true);
        (await DefaultAsync(_seller)).ShouldBe(everybody.Id);
        (await DefaultAsync(_manager)).ShouldBe(role.Id);

        var own = await CreateAsync(_manager, "own", ViewAudience.Private, isDefault: true);
        (await DefaultAsync(_manager)).ShouldBe(own.Id);

        var newer = await CreateAsync(_owner, "newer", ViewAudience.Shared, isDefault: true);
        (await DefaultAsync(_seller)).ShouldBe(newer.Id);
        await As(_manager, async views => { await views.DeleteAsync(own.Id, default); return 0; });
        (await DefaultAsync(_manager)).ShouldBe(role.Id);
    }

    [Fact]
    public async Task Should_Keep_Columns_And_Density_For_Each_Person()
    {
        await As(_manager, async views => { await views.KeepLayoutAsync(_list, "number:120,status", null, default); return 0; });
        await As(_manager, async views => { await views.KeepLayoutAsync(_list, null, RowDensity.Compact, default); return 0; });

        var kept = await As(_manager, views => views.GetAsync(_list, default));
        (kept.Columns, kept.Density).ShouldBe(("number:120,status", RowDensity.Compact));
        (await As(_seller, views => views.GetAsync(_list, default))).Columns.ShouldBeNull();

        await As(_manager, async views => { await views.KeepLayoutAsync(_list, "", null, default); return 0; });
        (await As(_manager, views => views.GetAsync(_list, default))).Columns.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Name_What_Is_Wrong()
    {
        var wrong = await Should.ThrowAsync<InputValidationException>(() => As(_manager, views =>
            views.CreateAsync(new SaveViewInput { Resource = _list, Name = " ", State = new string('x', ViewConsts.MaxStateLength + 1) }, default)));

        wrong.Errors.Select(error => (error.Field, error.Code)).ShouldBe([("Name", SaleAutoErrorCodes.Fields.Required), ("State", SaleAutoErrorCodes.Fields.TooLong)]);
    }

    private SaveViewInput Input(string name, ViewAudience audience, string? role = null, bool isDefault = false) =>
        new() { Resource = _list, Name = name, Audience = audience, Role = role, State = "sort=-number", IsDefault = isDefault };

    private Task<SavedViewDto> CreateAsync(Guid staff, string name, ViewAudience audience, string? role = null, bool isDefault = false) =>
        As(staff, views => views.CreateAsync(Input(name, audience, role, isDefault), default));

    private async Task<IEnumerable<string>> NamesAsync(Guid staff) => (await As(staff, views => views.GetAsync(_list, default))).Views.Select(view => view.Name);

    private async Task<Guid?> DefaultAsync(Guid staff) => (await As(staff, views => views.GetAsync(_list, default))).DefaultViewId;

    private async Task<T> As<T>(Guid? staff, Func<ISavedViewAppService, Task<T>> act)
    {
        (_app.User.StaffId, _app.User.IsRequest) = (staff, true);
        try
        {
            return await _app.RunAsync(act);
        }
        finally
        {
            (_app.User.StaffId, _app.User.IsRequest) = (null, false);
        }
    }
}

public class SavedViews_OnSqlite_Tests(SqliteDatabase database) : SavedViews_Tests(database), IClassFixture<SqliteDatabase>;

public class SavedViews_OnPostgreSql_Tests(PostgreSqlDatabase database) : SavedViews_Tests(database), IClassFixture<PostgreSqlDatabase>;
