using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Suppliers;

namespace SaleAuto.LowCode.Export;

public abstract class ResourceExport_Tests(TestDatabase database) : IAsyncLifetime
{
    private static readonly string[] Shown = ["name", "inn", "phone", "kind", "creditLimit", "contractUntil"];

    private SupplierApplication _app = null!;

    public async Task InitializeAsync()
    {
        _app = await SupplierApplication.StartAsync(database);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
        await _app.CreateAsync("""{"name":"=HYPERLINK(\"http://evil\")","inn":"7701234567","phone":"+79161234567","kind":"parts","creditLimit":150000.5,"contractUntil":"2027-01-31"}""");
        await _app.CreateAsync("""{"name":"Эмаль; \"люкс\"","inn":"7707654321","kind":"paint"}""");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Write_A_Csv_That_A_Russian_Excel_Opens()
    {
        var (rows, file) = await ExportAsync(new ExportRequest { Query = new ListQuery { Fields = Shown }, Format = ExportFormat.Csv, DecimalComma = true });

        rows.ShouldBe(2);
        file.AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeTrue();
        Encoding.UTF8.GetString(file.AsSpan(3)).ShouldBe(
            """"
            Название;ИНН;Телефон;Что поставляет;Отсрочка на сумму;Договор до
            "'=HYPERLINK(""http://evil"")";7701234567;+79161234567;Запчасти;"150000,5";31.01.2027
            "Эмаль; ""люкс""";7707654321;;Краска;;

            """".ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public async Task Should_Write_What_Programs_Read()
    {
        var (_, csv) = await ExportAsync(new ExportRequest { Query = new ListQuery { Fields = Shown, Search = "770123" }, Format = ExportFormat.Csv, ForPrograms = true });
        var (_, json) = await ExportAsync(new ExportRequest { Query = new ListQuery { Fields = Shown, Filter = FilterText.Parse("kind.eq.paint") }, Format = ExportFormat.Json });

        Encoding.UTF8.GetString(csv.AsSpan(3)).Split("\r\n")[1].ShouldEndWith(";7701234567;+79161234567;parts;150000.5;2027-01-31");
        var row = JsonDocument.Parse(json).RootElement.EnumerateArray().ShouldHaveSingleItem();
        row.EnumerateObject().Select(p => p.Name).ShouldBe(["id", .. Shown]);
        (row.GetProperty("name").GetString(), row.GetProperty("creditLimit").ValueKind).ShouldBe(("Эмаль; \"люкс\"", JsonValueKind.Null));
    }

    [Fact]
    public async Task Should_Write_An_Excel_Table_With_Typed_Cells()
    {
        var output = new AsyncOnly();
        await ExportAsync(new ExportRequest { Query = new ListQuery { Fields = Shown }, Format = ExportFormat.Xlsx }, output);

        await using var table = await TableFile.OpenAsync(new MemoryStream(output.ToArray()), new TableLimits(100, 100), default);
        var rows = await table.ReadAsync(default).ToListAsync();
        table.Headers.ShouldBe(["Название", "ИНН", "Телефон", "Что поставляет", "Отсрочка на сумму", "Договор до"]);
        rows[0].ShouldBe(["=HYPERLINK(\"http://evil\")", "7701234567", "+79161234567", "Запчасти", "150000.5", "2027-01-31"]); // a text is no formula in Excel
        rows[1].ShouldBe(["Эмаль; \"люкс\"", "7707654321", "", "Краска", "", ""]);
    }

    [Fact]
    public async Task Should_Write_A_Neat_File_When_Nothing_Is_Found()
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var (rows, file) = await ExportAsync(new ExportRequest { Query = new ListQuery { Search = "никого" }, Format = format });
            rows.ShouldBe(0);
            file.Length.ShouldBeGreaterThan(1);
        }
    }

    [Fact]
    public async Task Should_Tell_The_Person_How_Far_It_Is_And_Write_It_Down()
    {
        var id = Guid.CreateVersion7();
        await ExportAsync(new ExportRequest { Query = new ListQuery { Fields = ["name"], Filter = FilterText.Parse("kind.eq.paint") }, Format = ExportFormat.Csv, Id = id });

        (await ProgressAsync(id)).ShouldBe(new ExportProgress(1, 1, true));
        var line = await _app.Application.InDatabaseAsync(db => db.Set<AuditEntry>().OrderByDescending(x => x.Id).FirstAsync(x => x.Action == AuditActions.Exported && x.ActorId == _app.Manager));
        line.TargetType.ShouldBe("Supplier");
        var told = JsonDocument.Parse(line.Changes!).RootElement;
        told.GetProperty("Rows").GetProperty("after").GetInt32().ShouldBe(1);
        told.GetProperty("Filter").GetProperty("after").GetString().ShouldBe("kind.eq.paint");
        await using (var otherNode = new TestApplication(database))
        {
            (await otherNode.RunAsync<IExportBoard, ExportProgress?>(board => board.FindAsync(id, _app.Manager, default))).ShouldBe(new ExportProgress(1, 1, true));
        }
        _app.Current.StaffId = _app.Seller;
        (await ProgressAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Refuse_Those_Who_May_See_But_Not_Export()
    {
        var request = new ExportRequest { Query = new ListQuery(), Format = ExportFormat.Csv };
        _app.Permissions[_app.Seller] = [SupplierApplication.Permission];
        _app.Current.StaffId = _app.Seller;
        await Should.ThrowAsync<AuthorizationException>(() => ExportAsync(request));

        _app.Current.StaffId = _app.Manager;
        (await Should.ThrowAsync<InputValidationException>(() => ExportAsync(request with { Query = new ListQuery { Fields = ["password"] } }))).Errors[0].Field.ShouldBe("fields");
    }

    private async Task<(int Rows, byte[] File)> ExportAsync(ExportRequest request, MemoryStream? output = null)
    {
        output ??= new MemoryStream();
        var rows = await _app.Application.RunAsync<IResourceExport, int>(async export =>
            await export.WriteAsync(await export.PrepareAsync(_app.Suppliers, request, default), output, default));
        return (rows, output.ToArray());
    }

    private Task<ExportProgress?> ProgressAsync(Guid id) => _app.Application.RunAsync<IResourceExport, ExportProgress?>(export => export.FindProgressAsync(id, default));

    // A response of Kestrel refuses synchronous writes and cannot seek.
    private sealed class AsyncOnly : MemoryStream
    {
        public override bool CanSeek => false;

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed");

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            base.Write(buffer.ToArray(), 0, buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

public sealed class ResourceExport_OnSqlite_Tests(SqliteDatabase database) : ResourceExport_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class ResourceExport_OnPostgreSql_Tests(PostgreSqlDatabase database) : ResourceExport_Tests(database), IClassFixture<PostgreSqlDatabase>;
