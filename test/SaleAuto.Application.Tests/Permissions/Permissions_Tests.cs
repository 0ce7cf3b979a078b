using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Permissions;

public abstract class Permissions_Tests(TestDatabase database) : IAsyncLifetime
{
    private const string See = "SaleAuto.Test";
    private const string Change = "SaleAuto.Test.Change";

    private readonly Commands _commands = new();
    private TestApplication _app = null!;

    public async Task InitializeAsync()
    {
        _app = Start();
        await _app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: false, default));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Answer_From_Memory_And_Feel_A_Change_At_Once()
    {
        var seller = await _app.AddStaffAsync(StaffRoles.Seller);
        var role = new PermissionHolder(PermissionHolderKind.Role, await _app.RoleIdAsync(StaffRoles.Seller));
        (await _app.AccessOfAsync(seller)).Has(See).ShouldBeFalse();

        await _app.SetAsync(role, See, PermissionState.Granted);
        (await _app.AccessOfAsync(seller)).Has(See).ShouldBeTrue();
        _commands.Count = 0;
        (await _app.AccessOfAsync(seller)).RolesWith(See).ShouldBe([StaffRoles.Seller]);
        _commands.Count.ShouldBe(0);

        await _app.SetAsync(new PermissionHolder(PermissionHolderKind.Staff, seller), See, PermissionState.Denied);
        (await _app.AccessOfAsync(seller)).Has(See).ShouldBeFalse();

        await _app.SetAsync(new PermissionHolder(PermissionHolderKind.Staff, seller), See, PermissionState.NotSet);
        (await _app.AccessOfAsync(seller)).Has(See).ShouldBeTrue();
        await _app.SetAsync(role, See, PermissionState.NotSet);
        (await _app.AccessOfAsync(seller)).Has(See).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Give_Nothing_Without_What_It_Hangs_Under()
    {
        var person = await _app.AddStaffAsync(StaffRoles.Seller);
        var holder = new PermissionHolder(PermissionHolderKind.Staff, person);

        await _app.SetAsync(holder, Change, PermissionState.Granted);
        (await _app.AccessOfAsync(person)).Has(Change).ShouldBeFalse();
        (await ExplainAsync(person, Change)).Reason.ShouldBe(PermissionReason.ParentMissing);

        await _app.SetAsync(holder, See, PermissionState.Granted);
        (await _app.AccessOfAsync(person)).Has(Change).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Cut_A_Disabled_Person_Off_At_Once()
    {
        var person = await _app.AddStaffAsync(StaffRoles.Manager, StaffRoles.Administrator);
        (await _app.AccessOfAsync(person)).IsUnlimited.ShouldBeTrue();

        await _app.InDatabaseAsync(async db =>
        {
            (await db.Users.SingleAsync(x => x.Id == person)).Disable();
            return await db.SaveChangesAsync();
        });

        (await _app.AccessOfAsync(person)).ShouldBe(StaffAccess.Nobody);
        (await ExplainAsync(person, See)).Reason.ShouldBe(PermissionReason.Disabled);
    }

    [Fact]
    public async Task Should_Know_The_Program_A_Person_And_A_Stranger_Apart()
    {
        var manager = await _app.AddStaffAsync(StaffRoles.Manager);
        (await _app.AccessAsync()).IsUnlimited.ShouldBeTrue();

        _app.User.IsRequest = true;
        (await _app.AccessAsync()).ShouldBe(StaffAccess.Nobody);
        _app.User.IsRequest = false;
        _app.User.ClientId = Guid.CreateVersion7();
        (await _app.AccessAsync()).ShouldBe(StaffAccess.Nobody);
        _app.User.ClientId = null;

        await _app.RunAsync<IServiceProvider>(async scope =>
        {
            using (scope.GetRequiredService<IUserSwitch>().ActAs(manager))
            {
                scope.GetRequiredService<ICurrentUser>().StaffId.ShouldBe(manager);
                (await scope.GetRequiredService<IStaffAccessProvider>().GetAsync(default)).StaffId.ShouldBe(manager);
            }
            scope.GetRequiredService<ICurrentUser>().StaffId.ShouldBeNull();
        });
    }

    [Fact]
    public async Task Should_Hold_A_Token_To_Its_Scopes()
    {
        _app.User.StaffId = await _app.AddStaffAsync(StaffRoles.Administrator);

        _app.User.Scopes = [Change];
        var limited = await _app.AccessAsync();
        (limited.Has(See), limited.Has(Change), limited.Has(LeadPermissions.Default), limited.IsUnlimited).ShouldBe((true, true, false, false));
        limited.RolesWith(Change).ShouldBe([StaffRoles.Administrator]);

        _app.User.Scopes = [PermissionScopes.Read];
        var reading = await _app.AccessAsync();
        (reading.Has(See), reading.Has(Change), reading.Has(SaleAutoPermissions.Permissions.Manage)).ShouldBe((true, false, false));

        _app.User.Scopes = [];
        (await _app.AccessAsync()).Has(See).ShouldBeFalse();
        _app.User.Scopes = [PermissionScopes.All];
        (await _app.AccessAsync()).IsUnlimited.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Not_Give_Back_At_A_Restart_What_An_Owner_Took_Away()
    {
        var manager = await _app.AddStaffAsync(StaffRoles.Manager);
        (await _app.AccessOfAsync(manager)).Has(SaleAutoPermissions.Dashboards).ShouldBeTrue();
        var role = new PermissionHolder(PermissionHolderKind.Role, await _app.RoleIdAsync(StaffRoles.Manager));
        await _app.SetAsync(role, SaleAutoPermissions.Dashboards, PermissionState.NotSet);

        await using var again = Start();
        await again.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: false, default));

        (await again.AccessOfAsync(manager)).Has(SaleAutoPermissions.Dashboards).ShouldBeFalse();
        await _app.SetAsync(role, SaleAutoPermissions.Dashboards, PermissionState.Granted);
    }

    [Fact]
    public async Task Should_Hear_Of_A_Change_On_Another_Node()
    {
        var person = await _app.AddStaffAsync(StaffRoles.Seller);
        await using var other = Start();
        var nodes = other.Services.GetRequiredService<OtherNodes>();
        await nodes.ListenAsync(default);
        (await other.AccessOfAsync(person)).Has(See).ShouldBeFalse();

        await _app.SetAsync(new PermissionHolder(PermissionHolderKind.Staff, person), See, PermissionState.Granted);
        (await other.AccessOfAsync(person)).Has(See).ShouldBeFalse();
        await nodes.ListenAsync(default);

        (await other.AccessOfAsync(person)).Has(See).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Refuse_Whoever_May_Not_Manage()
    {
        var manager = await _app.AddStaffAsync(StaffRoles.Manager);
        var holder = new PermissionHolder(PermissionHolderKind.Staff, manager);
        _app.User.StaffId = manager;

        await Refused(() => _app.RunAsync((IPermissionAppService x) => x.SetAsync(holder, [new(SaleAutoPermissions.Permissions.Manage, PermissionState.Granted)], default)));
        await Refused(() => _app.RunAsync((IPermissionAppService x) => x.GetTreeAsync(holder, default)));
        await Refused(() => _app.RunAsync((IPermissionAppService x) => x.ExplainAsync(manager, See, default)));
        await Refused(() => _app.RunAsync((IRoleAppService x) => x.GetListAsync(default)));
        await Refused(() => _app.RunAsync((IRoleAppService x) => x.CreateAsync(new("тайная"), default)));

        (await _app.AccessOfAsync(manager)).Has(SaleAutoPermissions.Permissions.Manage).ShouldBeFalse();

        static async Task Refused(Func<Task> use) => (await Should.ThrowAsync<AuthorizationException>(use)).Permission.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Show_The_Tree_With_What_Comes_From_Roles()
    {
        var person = await _app.AddStaffAsync(StaffRoles.Owner);
        await _app.SetAsync(new PermissionHolder(PermissionHolderKind.Staff, person), SaleAutoPermissions.SeeAs, PermissionState.Denied);

        var tree = await _app.RunAsync((IPermissionAppService x) => x.GetTreeAsync(new(PermissionHolderKind.Staff, person), default));

        var nodes = tree.Groups.SelectMany(x => x.Permissions).ToDictionary(x => x.Name);
        nodes[SaleAutoPermissions.Settings.Change].ShouldSatisfyAllConditions(
            x => x.InheritedFrom.ShouldBe(["Владелец"]),
            x => x.Depth.ShouldBe(1),
            x => x.IsEffective.ShouldBeTrue());
        (nodes[SaleAutoPermissions.SeeAs].State, nodes[SaleAutoPermissions.SeeAs].IsEffective).ShouldBe((PermissionState.Denied, false));
        nodes.Values.ShouldAllBe(x => x.Name.StartsWith("SaleAuto.Test") || x.Text != x.Name);
    }

    [Fact]
    public async Task Should_Refuse_What_Does_Not_Exist_And_To_Limit_The_Administrator()
    {
        var administrator = new PermissionHolder(PermissionHolderKind.Role, await _app.RoleIdAsync(StaffRoles.Administrator));
        var seller = new PermissionHolder(PermissionHolderKind.Role, await _app.RoleIdAsync(StaffRoles.Seller));

        (await Should.ThrowAsync<BusinessException>(() => _app.SetAsync(administrator, See, PermissionState.Granted)))
            .Code.ShouldBe(SaleAutoErrorCodes.Permissions.AdministratorHasAll);
        await Should.ThrowAsync<InputValidationException>(() => _app.SetAsync(seller, "SaleAuto.Nothing", PermissionState.Granted));
        await Should.ThrowAsync<InputValidationException>(() => _app.SetAsync(seller, See, PermissionState.Denied));
    }

    [Fact]
    public async Task Should_Tell_The_Audit_Log_Of_Grants_And_Roles()
    {
        var person = await _app.AddStaffAsync();
        var role = await _app.RunAsync((IRoleAppService x) => x.CreateAsync(new($"бухгалтер {person:N}"[..30]), default));
        await _app.RunAsync((IRoleAppService x) => x.AddMemberAsync(role, person, default));
        await _app.SetAsync(new(PermissionHolderKind.Role, role), See, PermissionState.Granted);
        (await _app.AccessOfAsync(person)).Has(See).ShouldBeTrue();

        await _app.RunAsync((IRoleAppService x) => x.DeleteAsync(role, default));

        (await _app.AccessOfAsync(person)).Has(See).ShouldBeFalse();
        var all = await _app.InDatabaseAsync(db => db.Set<AuditEntry>().ToListAsync());
        var lines = all.Where(x => x.TargetId == person || x.TargetId == role || (x.TargetType == nameof(PermissionGrant) && x.Changes!.Contains(role.ToString())));
        lines.Select(x => x.Action).ShouldBe(
            [AuditActions.Created, AuditActions.Created, AuditActions.RoleGiven, AuditActions.Created, AuditActions.RoleTaken, AuditActions.Deleted, AuditActions.Deleted],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Guard_Delivered_Roles_And_Administrators()
    {
        var owner = await _app.AddStaffAsync(StaffRoles.Owner);
        var administrator = await _app.RoleIdAsync(StaffRoles.Administrator);
        var manager = await _app.RoleIdAsync(StaffRoles.Manager);
        _app.User.StaffId = owner;

        await Refused(SaleAutoErrorCodes.Permissions.OnlyAdministrators, x => x.AddMemberAsync(administrator, owner, default));
        await Refused(SaleAutoErrorCodes.Permissions.RoleIsDelivered, x => x.DeleteAsync(manager, default));
        await Refused(SaleAutoErrorCodes.Permissions.RoleIsDelivered, x => x.RenameAsync(manager, new("другая"), default));
        (await Should.ThrowAsync<InputValidationException>(() => _app.RunAsync((IRoleAppService x) => x.CreateAsync(new("MANAGER"), default))))
            .Errors.Single().Code.ShouldBe(SaleAutoErrorCodes.Permissions.RoleNameTaken);

        (await _app.AccessOfAsync(owner)).IsUnlimited.ShouldBeFalse();

        Task Refused(string code, Func<IRoleAppService, Task> use) =>
            Should.ThrowAsync<BusinessException>(() => _app.RunAsync(use)).ContinueWith(x => x.Result.Code.ShouldBe(code), TaskScheduler.Default);
    }

    private Task<PermissionExplanationDto> ExplainAsync(Guid person, string permission) =>
        _app.RunAsync((IPermissionAppService x) => x.ExplainAsync(person, permission, default));

    private TestApplication Start() => new(database, services =>
    {
        services.ConfigureDbContext<SaleAutoDbContext>(options => options.AddInterceptors(_commands));
        services.AddSingleton<IPermissionDefinitionProvider, Definitions>();
    });

    private sealed class Definitions : IPermissionDefinitionProvider
    {
        public IEnumerable<PermissionDefinition> Define() => [new(See, "Test", null, []), new(Change, "Test", See, [])];
    }

    private sealed class Commands : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command,
            CommandEventData eventData,
            InterceptionResult<System.Data.Common.DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Count++;
            return ValueTask.FromResult(result);
        }
    }
}

public sealed class Permissions_OnSqlite_Tests(SqliteDatabase database) : Permissions_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Permissions_OnPostgreSql_Tests(PostgreSqlDatabase database) : Permissions_Tests(database), IClassFixture<PostgreSqlDatabase>;
