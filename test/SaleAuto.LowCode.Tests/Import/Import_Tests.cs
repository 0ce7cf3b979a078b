using System.Text;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.Imports;
using SaleAuto.Suppliers;

namespace SaleAuto.LowCode.Import;

public abstract class Import_Tests(TestDatabase database) : IAsyncLifetime
{
    private SupplierApplication _app = null!;

    public async Task InitializeAsync() => _app = await SupplierApplication.StartAsync(database);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Guess_The_Columns_In_Both_Languages()
    {
        var import = await UploadAsync("НАЗВАНИЕ;Taxpayer number;kind;Отсрочка на сумму;Комментарий\nЭмаль;7701234567;Краска;1 500,50;да");

        import.Columns.Select(c => c.Field).ShouldBe(["name", "inn", "kind", "creditLimit", null]);
        (import.Status, import.Mode, import.TotalRows, import.Columns[3].Sample).ShouldBe((ImportStatus.Mapping, ImportMode.AppendOrUpdate, 1, "1 500,50"));
    }

    [Fact]
    public async Task Should_Check_Without_Saving_And_Name_Each_Fault()
    {
        var import = await CheckAsync(
            "Название;ИНН;Что поставляет;Отсрочка на сумму\nЭмаль;7701234567;Краска;10\n;77;Бензин;много\nДубль;7701234567;paint;",
            ImportMode.AppendOrUpdate);

        (import.Status, import.CreatedRows, import.RejectedRows).ShouldBe((ImportStatus.Checked, 1, 2));
        var faults = await _app.ImportAsync(i => i.GetFaultsAsync(import.Id, 0, default));
        faults.Where(f => f.Row == 2).Select(f => (f.Caption, f.Code)).ShouldBe(
            [
                ("Что поставляет", LowCodeErrorCodes.Malformed), ("Отсрочка на сумму", LowCodeErrorCodes.Malformed),
            ],
            ignoreOrder: true);
        faults.Where(f => f.Row == 3).Select(f => f.Code).ShouldBe([SaleAutoErrorCodes.Imports.KeyTwiceInFile]);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Append_And_Update_By_Key_On_Behalf_Of_The_Person()
    {
        var old = await _app.CreateAsync("""{"name":"Старое имя","inn":"7701234567","phone":"+79161234567"}""");
        var import = await CheckAsync("Название;ИНН\nНовое имя;7701234567\nЭмаль;7707654321", ImportMode.AppendOrUpdate);
        (import.CreatedRows, import.UpdatedRows).ShouldBe((1, 1));
        _app.Current.StaffId = _app.Manager;
        await _app.ImportAsync(i => i.StartAsync(import.Id, default));
        _app.Current.StaffId = null; // the worker is nobody by itself
        await _app.WorkAsync();
        _app.Current.StaffId = _app.Manager;

        var done = await _app.ImportAsync(i => i.GetAsync(import.Id, default));
        (done.Status, done.CreatedRows, done.UpdatedRows, done.RejectedRows).ShouldBe((ImportStatus.Finished, 1, 1, 0));
        var record = await _app.Application.RunAsync<IResourceReader, ResourceRecord>(r => r.GetAsync(_app.Suppliers, old.Id, default));
        (record.Value("name"), record.Value("phone")).ShouldBe(("Новое имя", "+79161234567")); // what the table does not name stays
        var lines = await _app.Application.InDatabaseAsync(db => db.Set<AuditEntry>().Where(x => x.OperationId == import.Id).OrderBy(x => x.Id).ToListAsync());
        lines.Select(x => (x.Action, x.ActorId)).ShouldBe(
            [(AuditActions.Updated, _app.Manager), (AuditActions.Created, _app.Manager), (AuditActions.Imported, _app.Manager)], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Save_The_Good_Rows_And_Give_Back_The_Bad_Ones_To_Mend()
    {
        await _app.CreateAsync("""{"name":"Занятый","inn":"7700000000"}""");
        var import = await RunAsync("Название;ИНН\nПервый;7701111111\nЗанятый ИНН;7700000000\n=Формула;77\nВторой;7702222222", ImportMode.Append);

        (import.CreatedRows, import.RejectedRows).ShouldBe((2, 2)); // the taken number is seen by the database only
        var rejected = await RejectedAsync(import.Id);
        rejected.Split("\r\n")[..3].ShouldBe(["\uFEFFНазвание;ИНН;Причина отказа", $"Занятый ИНН;7700000000;\"{ReasonOf(SaleAutoErrorCodes.Imports.AlreadyThere)}\"", $"'=Формула;77;\"ИНН: {ReasonOf(LowCodeErrorCodes.Malformed)}\""]);
        var again = await RunAsync(rejected.Replace("7700000000", "7703333333").Replace(";77;", ";7704444444;"), ImportMode.Append);
        (again.CreatedRows, again.RejectedRows).ShouldBe((2, 0));
        (await _app.ListAsync(new ListQuery { Filter = FilterText.Parse("inn.eq.7704444444") })).Rows[0].Label.ShouldBe("=Формула");
    }

    [Fact]
    public async Task Should_Go_On_After_A_Kill_And_Do_No_Row_Twice()
    {
        var table = "Название;ИНН\n" + string.Join('\n', Enumerable.Range(0, 230).Select(i => $"П{i};{7_700_000_000 + i}"));
        var import = await CheckAsync(table, ImportMode.Append);
        await _app.ImportAsync(i => i.StartAsync(import.Id, default));
        using var kill = new CancellationTokenSource();
        _app.Watch.OnSaving = count =>
        {
            if (count == 120) // within the third batch: its first rows are lost with it
            {
                kill.Cancel();
            }
        };

        await Should.ThrowAsync<OperationCanceledException>(() => _app.WorkAsync(kill.Token));
        var halfway = await _app.ImportAsync(i => i.GetAsync(import.Id, default));
        halfway.DoneRows.ShouldBeInRange(50, 150);
        (await CountAsync()).ShouldBe(halfway.DoneRows);
        await _app.WorkAsync();
        (await CountAsync()).ShouldBe(halfway.DoneRows); // still claimed by the one that died
        _app.Application.Clock.Advance(TimeSpan.FromMinutes(3));
        await _app.WorkAsync();

        (await _app.ImportAsync(i => i.GetAsync(import.Id, default))).Status.ShouldBe(ImportStatus.Finished);
        (await CountAsync()).ShouldBe(230);
    }

    [Fact]
    public async Task Should_Stop_When_The_Person_Cancels_Or_Loses_The_Permission()
    {
        var cancelled = await CheckAsync("Название;ИНН\nПервый;7701111111", ImportMode.Append);
        await _app.ImportAsync(i => i.StartAsync(cancelled.Id, default));
        await _app.ImportAsync(i => i.CancelAsync(cancelled.Id, default));
        var forbidden = await CheckAsync("Название;ИНН\nВторой;7702222222", ImportMode.Append);
        await _app.ImportAsync(i => i.StartAsync(forbidden.Id, default));
        _app.Permissions[_app.Manager].Remove($"{SupplierApplication.Permission}.Create");
        await _app.WorkAsync();

        (await _app.ImportAsync(i => i.GetAsync(cancelled.Id, default))).Status.ShouldBe(ImportStatus.Cancelled);
        var failed = await _app.ImportAsync(i => i.GetAsync(forbidden.Id, default));
        (failed.Status, failed.FailureCode).ShouldBe((ImportStatus.Failed, SaleAutoErrorCodes.Requests.Forbidden));
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Hide_The_Import_From_Everybody_Else_And_Refuse_The_Wrong_Person()
    {
        var import = await UploadAsync("Название;ИНН\nПервый;7701111111");
        _app.Permissions[_app.Seller] = [.. _app.Permissions[_app.Manager]];
        _app.Current.StaffId = _app.Seller;
        await Should.ThrowAsync<EntityNotFoundException>(() => _app.ImportAsync(i => i.GetAsync(import.Id, default)));
        await Should.ThrowAsync<EntityNotFoundException>(() => RejectedAsync(import.Id));
        (await _app.ImportAsync(i => i.GetListAsync("suppliers", default))).ShouldBeEmpty();

        _app.Permissions[_app.Seller].Remove($"{SupplierApplication.Permission}.Import");
        await Should.ThrowAsync<AuthorizationException>(() => UploadAsync("Название;ИНН\nПервый;7701111111"));
    }

    [Fact]
    public async Task Should_Take_Only_Files_That_The_Person_Uploaded()
    {
        var own = await UploadFileAsync();
        _app.Current.StaffId = _app.Seller;
        var foreign = await UploadFileAsync();
        _app.Current.StaffId = _app.Manager;

        var checkedOnly = await CheckAsync($"Название;ИНН;contractFileId\nСвой;7701111111;{own}\nЧужой;7702222222;{foreign}", ImportMode.Append);
        (checkedOnly.CreatedRows, checkedOnly.RejectedRows).ShouldBe((1, 1));
        (await _app.ImportAsync(i => i.GetFaultsAsync(checkedOnly.Id, 0, default))).ShouldHaveSingleItem().Code.ShouldBe(LowCodeErrorCodes.NoSuchFile);
        var import = await RunAsync($"Название;ИНН;contractFileId\nСвой;7701111111;{own}\nВторой раз;7702222222;{own}\nЧужой;7703333333;{foreign}", ImportMode.Append);

        (import.CreatedRows, import.RejectedRows).ShouldBe((1, 2));
        (await _app.Application.InDatabaseAsync(db => db.Set<Supplier>().SingleAsync())).ContractFileId.ShouldBe(own);
    }

    [Fact]
    public async Task Should_Refuse_A_Mapping_That_Cannot_Work()
    {
        var import = await UploadAsync("Название;ИНН\nПервый;7701111111");

        await RefusedAsync<InputValidationException>(import.Id, ImportMode.Append, null, null);
        await RefusedAsync<InputValidationException>(import.Id, ImportMode.Append, "name", "name");
        await RefusedAsync<InputValidationException>(import.Id, ImportMode.Append, "name", "isDeleted");
        await RefusedAsync<BusinessException>(import.Id, ImportMode.Update, "name", null);
        (await Should.ThrowAsync<BusinessException>(() => _app.ImportAsync(i => i.StartAsync(import.Id, default)))).Code.ShouldBe(SaleAutoErrorCodes.Imports.WrongStatus);
    }

    private async Task<Guid> UploadFileAsync() => (await _app.Application.RunAsync<IStoredFiles, StoredFileDto>(
        files => files.SaveAsync("contract.pdf", new MemoryStream("%PDF-1.4\n%%EOF\n"u8.ToArray()), default))).Id;

    private Task<ImportDto> UploadAsync(string table) =>
        _app.ImportAsync(i => i.UploadAsync("suppliers", "table.csv", new MemoryStream(Encoding.UTF8.GetBytes(table)), default));

    private async Task<ImportDto> CheckAsync(string table, ImportMode mode)
    {
        var import = await UploadAsync(table);
        await _app.ImportAsync(i => i.CheckAsync(import.Id, new ImportChoices { Mode = mode, Mapping = [.. import.Columns.Select(c => c.Field)] }, default));
        await _app.WorkAsync();
        return await _app.ImportAsync(i => i.GetAsync(import.Id, default));
    }

    private async Task<ImportDto> RunAsync(string table, ImportMode mode)
    {
        var import = await CheckAsync(table, mode);
        await _app.ImportAsync(i => i.StartAsync(import.Id, default));
        await _app.WorkAsync();
        return await _app.ImportAsync(i => i.GetAsync(import.Id, default));
    }

    private Task RefusedAsync<T>(Guid id, ImportMode mode, params string?[] mapping)
        where T : Exception => Should.ThrowAsync<T>(() => _app.ImportAsync(i => i.CheckAsync(id, new ImportChoices { Mode = mode, Mapping = mapping }, default)));

    private Task<string> RejectedAsync(Guid id) => _app.ImportAsync(async i =>
    {
        var output = new MemoryStream();
        await i.WriteRejectedAsync(id, output, default);
        return Encoding.UTF8.GetString(output.ToArray());
    });

    private static string ReasonOf(string code) => Localization.ErrorTexts.For(code);

    private Task<int> CountAsync() => _app.Application.InDatabaseAsync(db => db.Set<Supplier>().CountAsync());
}

public sealed class Import_OnSqlite_Tests(SqliteDatabase database) : Import_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Import_OnPostgreSql_Tests(PostgreSqlDatabase database) : Import_Tests(database), IClassFixture<PostgreSqlDatabase>;
