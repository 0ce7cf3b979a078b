using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SaleAuto.LowCode;

namespace SaleAuto.Documents.Tables;

public class TableCsv_Tests
{
    [Theory]
    [InlineData("просто")]
    [InlineData("точка; с запятой")]
    [InlineData("кавычки \"внутри\" и \"\"")]
    [InlineData("две\nстроки")]
    [InlineData("две\r\nстроки")]
    [InlineData("табуляция\tв середине")]
    [InlineData(" пробелы по краям ")]
    [InlineData("")]
    [InlineData("🚗 №5 — «ёлка»")]
    public async Task Should_Give_A_Text_Back_As_It_Was(string text)
    {
        var rows = TableFiles.ReadCsv(await TableFiles.WriteAsync(Of(text), ExportFormat.Csv));

        rows.ShouldBe([["Текст; \"столбец\"", "Сумма"], [text, "1,5"]]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://example.com\")")]
    [InlineData("+79161234567")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task Should_Let_No_Spreadsheet_Run_A_Text(string text)
    {
        var rows = TableFiles.ReadCsv(await TableFiles.WriteAsync(Of(text, heading: "=cmd"), ExportFormat.Csv));

        rows.ShouldBe([["'=cmd", "Сумма"], ["'" + text, "1,5"]]);
    }

    [Fact]
    public async Task Should_Write_Numbers_That_Are_Reckoned_With()
    {
        var table = new ExportedTable(
            "Числа",
            [(FieldKind.Money, "Сумма"), (FieldKind.Integer, "Штук"), (FieldKind.Date, "День"), (FieldKind.DateTime, "Когда")],
            [[-20_000.10m, -3, new DateOnly(2026, 11, 23), new DateTime(2026, 11, 23, 21, 30, 0, DateTimeKind.Utc)], [0m, 0, null, null]],
            [1_234_567.89m, 5, null, null]);

        var russian = TableFiles.ReadCsv(await TableFiles.WriteAsync(table, ExportFormat.Csv));
        var english = TableFiles.ReadCsv(await TableFiles.WriteAsync(table, ExportFormat.Csv, decimalComma: false));

        russian.Skip(1).ShouldBe([["-20000,1", "-3", "23.11.2026", "24.11.2026 00:30:00"], ["0", "0", "", ""], ["1234567,89", "5", "", ""]]);
        english.Skip(1).Select(x => decimal.Parse(x[0], CultureInfo.InvariantCulture)).ShouldBe([-20_000.10m, 0, 1_234_567.89m]);
    }

    [Fact]
    public async Task Should_Write_An_Empty_Table_As_Its_Heading()
    {
        var rows = TableFiles.ReadCsv(await TableFiles.WriteAsync(new ExportedTable("Пусто", [(FieldKind.Text, "Имя"), (FieldKind.Money, "Сумма")], [], null), ExportFormat.Csv));

        rows.ShouldBe([["Имя", "Сумма"]]);
    }

    [Fact]
    public void Should_Hold_Any_Table()
    {
        var letter = Gen.Elements("ая \"';,=+-@\t\r\n№«»1,5x🚗".EnumerateRunes().Select(x => x.ToString()).ToArray());
        var cell = letter.ListOf().Select(string.Concat);
        var tables = cell.ArrayOf(3).ListOf();

        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(tables.ToArbitrary(), written =>
        {
            var table = new ExportedTable("Любая", [(FieldKind.Text, "1"), (FieldKind.LongText, "2"), (FieldKind.Text, "3")], [.. written.Select(x => x.ToArray<object?>())], null);
            var read = TableFiles.ReadCsv(TableFiles.WriteAsync(table, ExportFormat.Csv).GetAwaiter().GetResult()).Skip(1).ToList();
            return read.Count == written.Count && read.Zip(written).All(x => x.First.Zip(x.Second).All(IsHarmless));
        }));

        static bool IsHarmless((string Read, string Written) cell) =>
            (cell.Read == cell.Written || cell.Read == "'" + cell.Written) && (cell.Read.Length == 0 || !"=+-@\t\r".Contains(cell.Read[0], StringComparison.Ordinal));
    }

    private static ExportedTable Of(string text, string heading = "Текст; \"столбец\"") => new("Лист", [(FieldKind.Text, heading), (FieldKind.Money, "Сумма")], [[text, 1.5m]], null);
}
