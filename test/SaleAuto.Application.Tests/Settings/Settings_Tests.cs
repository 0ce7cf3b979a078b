using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Calls;
using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Staff;

namespace SaleAuto.Settings;

public abstract class Settings_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database);

    public async Task InitializeAsync()
    {
        await _app.RunAsync((DatabaseMigrator migrator) => migrator.MigrateAsync(withDemo: false, default));
        _app.User.StaffId = await _app.AddStaffAsync(StaffRoles.Owner);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Change_What_Is_Typed_And_Tell_Who_Did_It()
    {
        var before = await GetAsync("calls");
        var typed = Typed(("BuyoutMinutes", "7"), ("RepeatMinutes", "10, 20"), ("WorkingHours.OpensAt", "08:30"), ("WorkingHours.AlwaysOpen", "false"), ("WorkingHours.DaysOff", "Sunday"));
        (await _app.RunAsync((ISettingsAppService x) => x.PreviewAsync("calls", typed, default))).Count.ShouldBe(5);

        await ChangeAsync("calls", before.Version, typed);

        var rules = await _app.RunAsync((ISettingProvider x) => x.GetAsync<CallSettings>(default));
        (rules.BuyoutMinutes, rules.CallbackMinutes, rules.WorkingHours.OpensAt).ShouldBe((7, 15, new TimeOnly(8, 30)));
        rules.RepeatMinutes.ShouldBe([10, 20]);
        rules.WorkingHours.DaysOff.ShouldBe([DayOfWeek.Sunday]);
        var history = await _app.RunAsync((ISettingsAppService x) => x.GetHistoryAsync("calls", default));
        history[0].By.ShouldBe("Пётр Тестов");
        history[0].Changes.Single(x => x.Field == "BuyoutMinutes").ShouldSatisfyAllConditions(x => x.Before.ShouldBe("5"), x => x.After.ShouldBe("7"));
        (await _app.InDatabaseAsync(db => db.Set<AuditEntry>().SingleAsync(x => x.Action == AuditActions.SettingChanged && x.ActorId == _app.User.StaffId)))
            .TargetType.ShouldBe(nameof(CallSettings));
    }

    [Fact]
    public async Task Should_Refuse_A_Change_Over_A_Newer_One()
    {
        var seen = await GetAsync("deals");
        await ChangeAsync("deals", seen.Version, Typed(("Minutes", "60")));

        var refusal = await Should.ThrowAsync<BusinessException>(() => ChangeAsync("deals", seen.Version, Typed(("Minutes", "45"))));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Requests.ChangedMeanwhile);
        (await GetAsync("deals")).Fields.Single(x => x.Name == "Minutes").Value.ShouldBe("60");
    }

    [Theory]
    [InlineData("company", "Inn", "12", SaleAutoErrorCodes.Fields.OutOfRange)]
    [InlineData("company", "TimeZone", "Europe/Nowhere", SaleAutoErrorCodes.Fields.OutOfRange)]
    [InlineData("calls", "BuyoutMinutes", "five", SaleAutoErrorCodes.Fields.Malformed)]
    [InlineData("calls", "RepeatMinutes", "10, x", SaleAutoErrorCodes.Fields.Malformed)]
    [InlineData("calls", "BuyoutMinutes", "0", SaleAutoErrorCodes.Fields.OutOfRange)]
    [InlineData("valuation", "Margin", "1,5", SaleAutoErrorCodes.Fields.OutOfRange)]
    public async Task Should_Refuse_What_Makes_No_Sense(string group, string field, string value, string code)
    {
        var version = (await GetAsync(group)).Version;

        var refusal = await Should.ThrowAsync<InputValidationException>(() => ChangeAsync(group, version, Typed((field, value))));

        refusal.Errors.ShouldContain(x => x.Field == field && x.Code == code);
        (await GetAsync(group)).Version.ShouldBe(version);
    }

    [Fact]
    public async Task Should_Be_Closed_To_Managers()
    {
        _app.User.StaffId = await _app.AddStaffAsync(StaffRoles.Manager);

        await Should.ThrowAsync<AuthorizationException>(() => GetAsync("company"));
        await Should.ThrowAsync<AuthorizationException>(() => ChangeAsync("company", null, Typed(("Phone", "+79160000000"))));
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((ISettingsAppService x) => x.GetHistoryAsync("company", default)));
    }

    [Fact]
    public async Task Should_Name_Every_Field()
    {
        foreach (var group in await _app.RunAsync((ISettingsAppService x) => x.GetGroupsAsync(default)))
        {
            group.Text.ShouldMatch("[а-яё]");
            (await GetAsync(group.Name)).Fields.ShouldAllBe(x => x.Text != x.Name);
        }
    }

    private Task<SettingsDto> GetAsync(string group) => _app.RunAsync((ISettingsAppService x) => x.GetAsync(group, default));

    private Task ChangeAsync(string group, Guid? version, IReadOnlyDictionary<string, string> typed) =>
        _app.RunAsync((ISettingsAppService x) => x.ChangeAsync(group, typed, version, default));

    private static Dictionary<string, string> Typed(params (string Field, string Value)[] fields) => fields.ToDictionary(x => x.Field, x => x.Value);
}

public sealed class Settings_OnSqlite_Tests(SqliteDatabase database) : Settings_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Settings_OnPostgreSql_Tests(PostgreSqlDatabase database) : Settings_Tests(database), IClassFixture<PostgreSqlDatabase>;
