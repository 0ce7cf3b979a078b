using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Calls;
using SaleAuto.Errors;
using SaleAuto.Localization;
using SaleAuto.Permissions;
using SaleAuto.Staff;
using SaleAuto.Valuations;

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
        var typed = Typed(("BuyoutMinutes", "7"), ("RepeatMinutes", "10, 20"), ("WorkingHours.OpensAt", "08:30"), ("WorkingHours.AlwaysOpen", "false"), ("WorkingHours.DaysOff", "воскресенье"));
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
    [InlineData("company", "Inn", "12", SaleAutoErrorCodes.Fields.Malformed)]
    [InlineData("company", "BrandName", "", SaleAutoErrorCodes.Fields.Required)]
    [InlineData("company", "TimeZone", "Europe/Nowhere", SaleAutoErrorCodes.Settings.RuleBroken)]
    [InlineData("company", "Phone", "12", SaleAutoErrorCodes.Settings.RuleBroken)]
    [InlineData("calls", "BuyoutMinutes", "five", SaleAutoErrorCodes.Fields.Malformed)]
    [InlineData("calls", "RepeatMinutes", "10, x", SaleAutoErrorCodes.Fields.Malformed)]
    [InlineData("calls", "BuyoutMinutes", "0", SaleAutoErrorCodes.Settings.OutOfBounds)]
    [InlineData("calls", "RepeatMinutes", "10, 0", SaleAutoErrorCodes.Settings.OutOfBounds)]
    [InlineData("calls", "RepeatMinutes", "", SaleAutoErrorCodes.Settings.WrongCount)]
    [InlineData("calls", "EscalateToOwnersMinutes", "4", SaleAutoErrorCodes.Settings.RuleBroken)]
    [InlineData("calls", "WorkingHours.DaysOff", "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday", SaleAutoErrorCodes.Settings.RuleBroken)]
    [InlineData("deals", "DayEndsAt", "08:00", SaleAutoErrorCodes.Settings.RuleBroken)]
    [InlineData("valuation", "MaxUncertainty", "101", SaleAutoErrorCodes.Settings.OutOfBounds)]
    [InlineData("valuation", "RepairFair", "2", SaleAutoErrorCodes.Settings.RuleBroken)]
    [InlineData("valuation", "Comparison.OutlierFence", "0.1", SaleAutoErrorCodes.Settings.OutOfBounds)]
    [InlineData("valuation", "Comparison.MaxListings", "20.5", SaleAutoErrorCodes.Fields.Malformed)]
    [InlineData("valuation", "Comparison.Age.Usual", "0,05", SaleAutoErrorCodes.Settings.RuleBroken)]
    public async Task Should_Refuse_What_Makes_No_Sense(string group, string field, string value, string code)
    {
        var version = (await GetAsync(group)).Version;

        var refusal = await Should.ThrowAsync<InputValidationException>(() => ChangeAsync(group, version, Typed((field, value))));

        var error = refusal.Errors.ShouldHaveSingleItem();
        (error.Field, error.Code).ShouldBe((field, code));
        ErrorTexts.For(error.Code, error.Values).ShouldSatisfyAllConditions(x => x.ShouldMatch("[а-яё]"), x => x.ShouldNotContain("{"));
        (await GetAsync(group)).Version.ShouldBe(version);
    }

    [Fact]
    public async Task Should_Keep_Every_Value_That_Is_Typed_As_It_Stands()
    {
        foreach (var group in await _app.RunAsync((ISettingsAppService x) => x.GetGroupsAsync(default)))
        {
            var typed = (await GetAsync(group.Name)).Fields.ToDictionary(x => x.Name, x => x.Value);
            (await _app.RunAsync((ISettingsAppService x) => x.PreviewAsync(group.Name, typed, default))).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Should_Set_The_Coefficients_Of_The_Comparison_And_Show_What_They_Do()
    {
        var seen = await GetAsync("valuation");
        seen.Fields.Single(x => x.Name == "Margin").ShouldSatisfyAllConditions(x => x.Value.ShouldBe("12"), x => x.Unit.ShouldBe("%"), x => x.Bounds.ShouldBe(("0", "95")));
        var typed = Typed(("Margin", "20"), ("Comparison.Age.Usual", "−0,12"), ("Comparison.WeightOfNewCar", "45"), ("Comparison.MaxListings", "1 000"));

        var example = (await _app.RunAsync((ISettingsAppService x) => x.ShowExampleAsync("valuation", typed, default)))!;
        example.Rows.Count.ShouldBe(9);
        example.Rows.ShouldAllBe(x => x.Text != "" && x.Before != "—");
        example.Rows.Count(x => x.Before != x.After).ShouldBeGreaterThan(4);
        (await _app.RunAsync((ISettingsAppService x) => x.ShowExampleAsync("valuation", null, default)))!.Rows.ShouldAllBe(x => x.Before == x.After);
        (await _app.RunAsync((ISettingsAppService x) => x.ShowExampleAsync("calls", null, default))).ShouldBeNull();
        await ChangeAsync("valuation", seen.Version, typed);

        var rules = await _app.RunAsync((ISettingProvider x) => x.GetAsync<ValuationSettings>(default));
        (rules.Margin, rules.Comparison.Age.Usual, rules.Comparison.WeightOfNewCar, rules.Comparison.MaxListings).ShouldBe((0.2m, -0.12, 0.45, 1000));
        var history = await _app.RunAsync((ISettingsAppService x) => x.GetHistoryAsync("valuation", default));
        history[0].Changes.ShouldContain(x => x.Field == "Comparison.Age.Usual" && x.Before == "-0.095" && x.After == "-0.12");
    }

    [Fact]
    public async Task Should_Be_Closed_To_Managers()
    {
        _app.User.StaffId = await _app.AddStaffAsync(StaffRoles.Manager);

        await Should.ThrowAsync<AuthorizationException>(() => GetAsync("company"));
        await Should.ThrowAsync<AuthorizationException>(() => ChangeAsync("company", null, Typed(("Phone", "+79160000000"))));
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((ISettingsAppService x) => x.GetHistoryAsync("company", default)));
        await Should.ThrowAsync<AuthorizationException>(() => _app.RunAsync((ISettingsAppService x) => x.ShowExampleAsync("valuation", null, default)));
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
