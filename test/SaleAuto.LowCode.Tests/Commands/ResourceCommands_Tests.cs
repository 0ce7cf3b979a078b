using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.LowCode.Garage;

namespace SaleAuto.LowCode.Commands;

public abstract class ResourceCommands_Tests(TestDatabase database) : IAsyncLifetime
{
    private GarageApplication _garage = null!;
    private Branch _branch = null!;

    public async Task InitializeAsync()
    {
        _garage = await GarageApplication.StartAsync(database);
        _branch = await _garage.AddAsync("Запад");
    }

    public async Task DisposeAsync() => await _garage.DisposeAsync();

    [Fact]
    public async Task Should_Create_Through_The_Constructor_And_Record_It()
    {
        var saved = await CreateAsync("""{"number":"В-1","branchId":"BRANCH","price":1200.5,"note":"стук","jobs":[{"work":"Диагностика","hours":2}]}""");

        var record = await _garage.ReadAsync(r => r.GetAsync(_garage.Visits, saved.Id, default));
        record.Value("number").ShouldBe("В-1");
        record.Value("price").ShouldBe(1200.5m);
        record.Value("start").ShouldBe(_garage.Application.Clock.Now); // the default
        ((IReadOnlyList<object?[]>)record.Value("jobs")!).ShouldHaveSingleItem()[2].ShouldBe("Диагностика");
        (await HistoryAsync(saved.Id)).ShouldHaveSingleItem().Action.ShouldBe(AuditActions.Created);
    }

    [Fact]
    public async Task Should_Name_Every_Wrong_Field()
    {
        var errors = await RefusedAsync("""{"branchId":"00000000-0000-0000-0000-000000000001","price":0,"note":5,"colour":"red","jobs":[{"work":"","hours":100}]}""");
        var rule = await RefusedAsync("""{"number":"В-2","branchId":"BRANCH","paidOn":"2026-11-20"}""");
        var gone = await RefusedAsync("""{"number":"В-2","branchId":"00000000-0000-0000-0000-000000000001"}""");

        errors.ShouldBe(
            [
                new InputError("Note", LowCodeErrorCodes.Malformed),
                new InputError("colour", LowCodeErrorCodes.Unknown),
                new InputError("Number", LowCodeErrorCodes.Required),
                new InputError("Price", LowCodeErrorCodes.OutOfRange),
                new InputError("Jobs[0].Work", LowCodeErrorCodes.Required),
                new InputError("Jobs[0].Hours", LowCodeErrorCodes.OutOfRange),
            ],
            ignoreOrder: true);
        rule.ShouldHaveSingleItem().ShouldBe(new InputError("PaidOn", "SaleAuto:Visits:PaidWithoutPrice"));
        gone.ShouldHaveSingleItem().ShouldBe(new InputError("BranchId", LowCodeErrorCodes.NotAllowed));
    }

    [Fact]
    public async Task Should_Change_Only_What_Is_Given_And_Refuse_A_Stale_Version()
    {
        var saved = await CreateAsync("""{"number":"В-3","branchId":"BRANCH","price":10,"note":"a","jobs":[{"work":"Мойка","hours":1}]}""");

        var changed = await UpdateAsync(saved.Id, """{"note":"b"}""", new UpdateBasis(saved.Version));

        changed.Version.ShouldBe(saved.Version + 1);
        var record = await _garage.ReadAsync(r => r.GetAsync(_garage.Visits, saved.Id, default));
        (record.Value("note"), record.Value("price")).ShouldBe(("b", 10m));
        ((IReadOnlyList<object?[]>)record.Value("jobs")!).Count.ShouldBe(1);
        (await Should.ThrowAsync<RowChangedException>(UpdateAsync(saved.Id, """{"note":"c"}""", new UpdateBasis(saved.Version)))).CurrentVersion.ShouldBe(changed.Version);
        (await Should.ThrowAsync<InputValidationException>(UpdateAsync(saved.Id, """{"number":"В-4"}""", UpdateBasis.Latest))).Errors[0].Code.ShouldBe(LowCodeErrorCodes.NotAllowed);
        (await UpdateAsync(saved.Id, """{"number":"В-3"}""", UpdateBasis.Latest)).Version.ShouldBe(changed.Version); // sent back unchanged
    }

    [Fact]
    public async Task Should_Merge_Changes_Of_Different_Fields_And_Ask_About_The_Same()
    {
        var saved = await CreateAsync("""{"number":"В-5","branchId":"BRANCH","price":10,"note":"a"}""");
        var (seen, version) = await _garage.WriteAsync(c => c.EditAsync(_garage.Visits, saved.Id, default));
        await UpdateAsync(saved.Id, """{"price":20}""", UpdateBasis.Latest);

        await UpdateAsync(saved.Id, """{"price":10,"note":"mine"}""", new UpdateBasis(version, seen));
        var conflict = await Should.ThrowAsync<RowChangedException>(UpdateAsync(saved.Id, """{"price":30,"note":"mine"}""", new UpdateBasis(version, seen)));

        var record = await _garage.ReadAsync(r => r.GetAsync(_garage.Visits, saved.Id, default));
        (record.Value("note"), record.Value("price")).ShouldBe(("mine", 20m));
        var asked = conflict.Conflicts.ShouldHaveSingleItem();
        (asked.Field.Name, asked.Current, asked.Mine).ShouldBe(("price", 20m, 30m));
    }

    [Fact]
    public async Task Should_Edit_Lines_In_Place()
    {
        var saved = await CreateAsync("""{"number":"В-6","branchId":"BRANCH","jobs":[{"work":"Мойка","hours":1},{"work":"Шины","hours":2}]}""");
        var (seen, _) = await _garage.WriteAsync(c => c.EditAsync(_garage.Visits, saved.Id, default));
        var first = (Guid)((IReadOnlyList<ResourceInput>)seen["jobs"]!)[0]["id"]!;

        await UpdateAsync(saved.Id, $$"""{"jobs":[{"id":"{{first}}","work":"Мойка салона","hours":3},{"work":"Масло","hours":1}]}""", UpdateBasis.Latest);

        var lines = (IReadOnlyList<object?[]>)(await _garage.ReadAsync(r => r.GetAsync(_garage.Visits, saved.Id, default))).Value("jobs")!;
        lines.Select(l => (string?)l[2]).ShouldBe(["Мойка салона", "Масло"]);
        lines[0][0].ShouldBe(first);
    }

    [Fact]
    public async Task Should_Put_Into_The_Trash_And_Back()
    {
        var saved = await CreateAsync("""{"number":"В-7","branchId":"BRANCH"}""");

        await DeleteAsync(saved.Id);

        (await _garage.ReadAsync(r => r.GetAsync(_garage.Visits, saved.Id, default))).Row.IsDeleted.ShouldBeTrue();
        (await ListAsync(new ListQuery { Search = "В-7" })).ShouldBeEmpty();
        (await ListAsync(new ListQuery { Search = "В-7", Trash = true })).ShouldHaveSingleItem();
        await _garage.WriteAsync(c => c.RestoreAsync(_garage.Visits, saved.Id, default));
        (await ListAsync(new ListQuery { Search = "В-7" })).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Run_An_Action_While_It_Is_Open()
    {
        var saved = await CreateAsync("""{"number":"В-8","branchId":"BRANCH"}""");

        await RunAsync(saved.Id, "finish", """{"price":77}""");

        (await HistoryAsync(saved.Id))[^1].Action.ShouldBe("Finish");
        (await Should.ThrowAsync<BusinessException>(RunAsync(saved.Id, "finish", """{"price":77}"""))).Code.ShouldBe(LowCodeErrorCodes.ActionNotOpen);
        (await Should.ThrowAsync<InputValidationException>(RunAsync(saved.Id, "finish", """{"price":0}"""))).Errors[0].Field.ShouldBe("Price");
        (await Should.ThrowAsync<BusinessException>(RunAsync(saved.Id, "call-back", "{}"))).Code.ShouldBe("SaleAuto:Visits:NoPhone");
    }

    [Fact]
    public async Task Should_Revert_One_Field()
    {
        var saved = await CreateAsync("""{"number":"В-9","branchId":"BRANCH","price":10,"note":"before"}""");
        await UpdateAsync(saved.Id, """{"price":20,"note":"after"}""", UpdateBasis.Latest);
        var entry = (await HistoryAsync(saved.Id))[^1];

        await _garage.WriteAsync(c => c.RevertAsync(_garage.Visits, saved.Id, entry.Id, "note", default));

        var record = await _garage.ReadAsync(r => r.GetAsync(_garage.Visits, saved.Id, default));
        (record.Value("note"), record.Value("price")).ShouldBe(("before", 20m));
        await Should.ThrowAsync<BusinessException>(_garage.WriteAsync(c => c.RevertAsync(_garage.Visits, saved.Id, entry.Id, "number", default)));
    }

    [Fact]
    public async Task Should_Change_Many_And_Take_It_Back_But_For_What_Was_Changed_Since()
    {
        var one = await CreateAsync("""{"number":"В-10","branchId":"BRANCH","note":"1"}""");
        var two = await CreateAsync("""{"number":"В-11","branchId":"BRANCH","note":"2"}""");
        var request = new BulkRequest { Kind = BulkKind.Update, Ids = [one.Id, two.Id], Input = Input(_garage.Visits.Fields, """{"note":"много"}""") };

        var preview = await _garage.Application.RunAsync<IResourceBulk, BulkPreview>(b => b.PreviewAsync(_garage.Visits, request, default));
        var result = await _garage.Application.RunAsync<IResourceBulk, BulkResult>(b => b.RunAsync(_garage.Visits, request, default));
        await UpdateAsync(two.Id, """{"note":"позже"}""", UpdateBasis.Latest);
        var undone = await _garage.Application.RunAsync<IResourceBulk, BulkResult>(b => b.UndoAsync(_garage.Visits, result.OperationId!.Value, default));

        preview.Count.ShouldBe(2);
        (result.Done, undone.Done).ShouldBe((2, 1));
        undone.Refused.ShouldHaveSingleItem().Id.ShouldBe(two.Id);
        (await NoteAsync(one.Id), await NoteAsync(two.Id)).ShouldBe(("1", "позже"));
    }

    [Fact]
    public async Task Should_Run_An_Action_On_All_Rows_Found_And_Tell_Which_Refused()
    {
        var one = await CreateAsync("""{"number":"Г-1","branchId":"BRANCH"}""");
        await CreateAsync("""{"number":"Г-2","branchId":"BRANCH"}""");
        await RunAsync(one.Id, "finish", """{"price":5}""");
        var finish = _garage.Visits.FindAction("finish")!;
        var request = new BulkRequest { Kind = BulkKind.Action, Action = finish, Query = new ListQuery { Search = "Г-" }, Input = Input(finish.Fields, """{"price":9}""") };

        var result = await _garage.Application.RunAsync<IResourceBulk, BulkResult>(b => b.RunAsync(_garage.Visits, request, default));

        result.Done.ShouldBe(1);
        result.OperationId.ShouldBeNull();
        var refusal = result.Refused.ShouldHaveSingleItem();
        (refusal.Id, refusal.Code, refusal.Label).ShouldBe((one.Id, LowCodeErrorCodes.ActionNotOpen, "Г-1"));
    }

    [Fact]
    public async Task Should_Refuse_The_Wrong_Person()
    {
        var saved = await CreateAsync("""{"number":"В-12","branchId":"BRANCH"}""");
        _garage.Access.Be("mechanic", "SaleAuto.Visits", "SaleAuto.Visits.Update", "SaleAuto.Visits.Delete", "SaleAuto.Visits.Finish");

        await Should.ThrowAsync<EntityNotFoundException>(UpdateAsync(saved.Id, """{"note":"x"}""", UpdateBasis.Latest)); // not his row
        await Should.ThrowAsync<EntityNotFoundException>(DeleteAsync(saved.Id));
        await Should.ThrowAsync<EntityNotFoundException>(RunAsync(saved.Id, "finish", """{"price":5}"""));
        _garage.Access.Be("manager", "SaleAuto.Visits", "SaleAuto.Visits.Update");
        (await Should.ThrowAsync<InputValidationException>(UpdateAsync(saved.Id, """{"price":5}""", UpdateBasis.Latest))).Errors[0].Code.ShouldBe(LowCodeErrorCodes.NotAllowed);
        await Should.ThrowAsync<AuthorizationException>(DeleteAsync(saved.Id));
        await Should.ThrowAsync<AuthorizationException>(RunAsync(saved.Id, "finish", """{"price":5}"""));
        await Should.ThrowAsync<AuthorizationException>(CreateAsync("""{"number":"В-13","branchId":"BRANCH"}"""));
    }

    [Fact]
    public async Task Should_Keep_A_Field_Of_An_Action_From_Whoever_May_Not_Write_It()
    {
        var saved = await CreateAsync("""{"number":"В-14","branchId":"BRANCH"}""");
        var finish = _garage.Visits.FindAction("finish")!;
        _garage.Access.Be("manager", "SaleAuto.Visits", "SaleAuto.Visits.Finish");

        var refusal = (await Should.ThrowAsync<InputValidationException>(RunAsync(saved.Id, "finish", """{"price":50,"discount":10}"""))).Errors.ShouldHaveSingleItem();
        var asked = await _garage.WriteAsync(c => c.PrepareActionAsync(_garage.Visits, finish, saved.Id, default));

        (refusal.Field, refusal.Code).ShouldBe((nameof(FinishInput.Discount), LowCodeErrorCodes.NotAllowed));
        asked.Names.ShouldBe(["price", "actFileId"]);
        await RunAsync(saved.Id, "finish", """{"price":50}""");
    }

    [Fact]
    public async Task Should_Write_A_Directory_Directly()
    {
        var input = Input(_garage.Branches.Fields, """{"title":"Восток","lifts":3}""");

        var saved = await _garage.WriteAsync(c => c.CreateAsync(_garage.Branches, input, default));
        await _garage.WriteAsync(c => c.UpdateAsync(_garage.Branches, saved.Id, Input(_garage.Branches.Fields, """{"lifts":4}"""), UpdateBasis.Latest, default));

        var record = await _garage.ReadAsync(r => r.GetAsync(_garage.Branches, saved.Id, default));
        (record.Row.Label, record.Value("lifts"), record.Value("phone")).ShouldBe(("Восток", 4, null));
    }

    private static ResourceInput Input(IEnumerable<FieldModel> fields, string json) => ResourceInput.FromJson(JsonDocument.Parse(json).RootElement, fields);

    private Task<SavedRow> CreateAsync(string json) =>
        _garage.WriteAsync(c => c.CreateAsync(_garage.Visits, Input(_garage.Visits.Fields, json.Replace("BRANCH", _branch.Id.ToString())), default));

    private async Task<IReadOnlyList<InputError>> RefusedAsync(string json) => (await Should.ThrowAsync<InputValidationException>(CreateAsync(json))).Errors;

    private Task<SavedRow> UpdateAsync(Guid id, string json, UpdateBasis basis) =>
        _garage.WriteAsync(c => c.UpdateAsync(_garage.Visits, id, Input(_garage.Visits.Fields, json), basis, default));

    private Task<bool> DeleteAsync(Guid id) => _garage.WriteAsync(async c =>
    {
        await c.DeleteAsync(_garage.Visits, id, null, default);
        return true;
    });

    private Task<SavedRow> RunAsync(Guid id, string name, string json)
    {
        var action = _garage.Visits.FindAction(name)!;
        return _garage.WriteAsync(c => c.RunActionAsync(_garage.Visits, action, id, Input(action.Fields, json), null, default));
    }

    private async Task<IReadOnlyList<ResourceRow>> ListAsync(ListQuery query) => (await _garage.ReadAsync(r => r.GetListAsync(_garage.Visits, query, default))).Rows;

    private async Task<string?> NoteAsync(Guid id) => (string?)(await _garage.ReadAsync(r => r.GetAsync(_garage.Visits, id, default))).Value("note");

    private Task<List<AuditEntry>> HistoryAsync(Guid id) => _garage.Application.InDatabaseAsync(db =>
        db.Set<AuditEntry>().Where(x => x.TargetId == id && x.TargetType == nameof(Visit)).OrderBy(x => x.TargetVersion).ToListAsync());
}

public class ResourceCommands_OnSqlite_Tests(SqliteDatabase database) : ResourceCommands_Tests(database), IClassFixture<SqliteDatabase>;

public class ResourceCommands_OnPostgreSql_Tests(PostgreSqlDatabase database) : ResourceCommands_Tests(database), IClassFixture<PostgreSqlDatabase>;
