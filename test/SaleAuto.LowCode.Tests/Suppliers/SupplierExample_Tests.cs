using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.LowCode;

namespace SaleAuto.Suppliers;

/// <summary>Runs the worked example of docs/developer.md.</summary>
public abstract class SupplierExample_Tests(TestDatabase database) : IAsyncLifetime
{
    private SupplierApplication _app = null!;

    public async Task InitializeAsync() => _app = await SupplierApplication.StartAsync(database);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("Supplier.cs")]
    [InlineData("SupplierConfiguration.cs")]
    [InlineData("SupplierResource.cs")]
    public void Should_Be_What_The_Page_Shows(string file)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "test", "SaleAuto.LowCode.Tests", "Suppliers", file)).ReplaceLineEndings("\n");

        Example.Blocks.ShouldContain(source);
        source.Split('\n').Length.ShouldBeLessThan(50);
    }

    [Fact]
    public void Should_Pass_The_Checks_Of_The_Start() => _app.Application.Services.CheckResources();

    [Fact]
    public async Task Should_Create_Find_Change_And_Remember()
    {
        var saved = await _app.CreateAsync("""{"name":"Деталь-Сервис","inn":"7701234567","phone":"+79161234567","kind":"parts","creditLimit":150000.5}""");
        await _app.CreateAsync("""{"name":"Эмаль","inn":"7707654321","kind":"paint"}""");

        var byWord = await _app.ListAsync(new ListQuery { Search = "деталь" });
        var byPhone = await _app.ListAsync(new ListQuery { Search = "8 (916) 123-45-67" });
        var byKind = await _app.ListAsync(new ListQuery { Filter = FilterText.Parse("kind.eq.paint"), Count = CountMode.Exact });
        await _app.Application.RunAsync<IResourceCommands, SavedRow>(c => c.UpdateAsync(_app.Suppliers, saved.Id, _app.Input("""{"contractUntil":"2027-01-31"}"""), new UpdateBasis(saved.Version), default));

        byWord.Rows.ShouldHaveSingleItem().Label.ShouldBe("Деталь-Сервис");
        byPhone.Rows.ShouldHaveSingleItem().Id.ShouldBe(saved.Id);
        (byKind.TotalCount, byKind.Rows[0].Label).ShouldBe((1, "Эмаль"));
        using var record = JsonDocument.Parse(await ReadJsonAsync(saved.Id));
        record.RootElement.GetProperty("contractUntil").GetString().ShouldBe("2027-01-31");
        record.RootElement.GetProperty("creditLimit").GetDecimal().ShouldBe(150000.5m);
        var history = await _app.Application.InDatabaseAsync(db => db.Set<AuditEntry>().Where(x => x.TargetId == saved.Id).ToListAsync());
        history.Select(x => (x.Action, x.ActorId)).ShouldBe([(AuditActions.Created, _app.Manager), (AuditActions.Updated, _app.Manager)], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Refuse_Wrong_Values_And_The_Wrong_Person()
    {
        var wrong = await Should.ThrowAsync<InputValidationException>(() => _app.CreateAsync("""{"name":"","inn":"77","creditLimit":-1}"""));
        _app.Current.StaffId = _app.Seller;

        wrong.Errors.Select(e => (e.Field, e.Code)).ShouldBe(
            [("Name", LowCodeErrorCodes.Required), ("Inn", LowCodeErrorCodes.Malformed), ("CreditLimit", LowCodeErrorCodes.OutOfRange)], ignoreOrder: true);
        await Should.ThrowAsync<AuthorizationException>(() => _app.CreateAsync("""{"name":"Эмаль","inn":"7707654321"}"""));
        await Should.ThrowAsync<AuthorizationException>(() => _app.ListAsync(new ListQuery()));
    }

    [Fact]
    public async Task Should_Hand_Out_The_Contract_To_Those_Who_See_The_Supplier()
    {
        var file = await _app.Application.RunAsync<IStoredFiles, StoredFileDto>(files => files.SaveAsync("contract.pdf", new MemoryStream("%PDF-1.7"u8.ToArray()), default));
        var other = await _app.Application.RunAsync<IStoredFiles, StoredFileDto>(files => files.SaveAsync("other.pdf", new MemoryStream("%PDF-1.4"u8.ToArray()), default));
        var saved = await _app.CreateAsync($$"""{"name":"Деталь-Сервис","inn":"7701234567","contractFileId":"{{file.Id}}"}""");

        (await ResolveAsync(saved.Id, file.Id)).ShouldBe("%PDF-1.7");
        await Should.ThrowAsync<EntityNotFoundException>(() => ResolveAsync(saved.Id, other.Id)); // no record names it
        await Should.ThrowAsync<EntityNotFoundException>(() => ResolveAsync(Guid.CreateVersion7(), file.Id));
        _app.Current.StaffId = _app.Seller;
        await Should.ThrowAsync<AuthorizationException>(() => ResolveAsync(saved.Id, file.Id));
    }

    [Fact]
    public async Task Should_Keep_The_Contract_And_Remove_A_Forgotten_Upload()
    {
        var file = await _app.Application.RunAsync<IStoredFiles, StoredFileDto>(files => files.SaveAsync("contract.pdf", new MemoryStream("%PDF-1.7"u8.ToArray()), default));
        var forgotten = await _app.Application.RunAsync<IStoredFiles, StoredFileDto>(files => files.SaveAsync("other.pdf", new MemoryStream("%PDF-1.4"u8.ToArray()), default));
        var saved = await _app.CreateAsync($$"""{"name":"Деталь-Сервис","inn":"7701234567","contractFileId":"{{file.Id}}"}""");
        _app.Application.Clock.Advance(StoredFileConsts.UnattachedKeptFor + TimeSpan.FromHours(1));

        await _app.Application.RunAsync<StoredFileCleanupWorker>(worker => worker.RunAsync(default));

        (await ResolveAsync(saved.Id, file.Id)).ShouldBe("%PDF-1.7");
        (await _app.Application.InDatabaseAsync(db => db.Set<StoredFile>().AnyAsync(x => x.Id == forgotten.Id))).ShouldBeFalse();
    }

    private Task<string> ResolveAsync(Guid id, Guid fileId) => _app.Application.RunAsync<IStoredFiles, string>(async files =>
    {
        using var reader = new StreamReader((await files.ResolveAsync("suppliers", id, fileId, PictureVariant.Full, default)).Content);
        return await reader.ReadToEndAsync();
    });

    private Task<string> ReadJsonAsync(Guid id) => _app.Application.RunAsync<IResourceReader, string>(async reader =>
    {
        var output = new MemoryStream();
        var pipe = PipeWriter.Create(output);
        await reader.WriteAsync(_app.Suppliers, id, pipe, default);
        await pipe.CompleteAsync();
        return Encoding.UTF8.GetString(output.ToArray());
    });
}

public sealed class SupplierExample_OnSqlite_Tests(SqliteDatabase database) : SupplierExample_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class SupplierExample_OnPostgreSql_Tests(PostgreSqlDatabase database) : SupplierExample_Tests(database), IClassFixture<PostgreSqlDatabase>;
