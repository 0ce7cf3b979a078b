using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SaleAuto.LowCode;

namespace SaleAuto.Documents.Tables;

/// <summary>Excel files as Microsoft's own library reads and checks them.</summary>
public class TableXlsx_Tests
{
    [Fact]
    public async Task Should_Be_A_Workbook_With_Typed_Cells()
    {
        var table = new ExportedTable(
            "Прибыль: по [автомобилям] / за ноябрь 2026 года",
            [(FieldKind.Text, "Автомобиль"), (FieldKind.Money, "Сумма"), (FieldKind.Integer, "Штук"), (FieldKind.Decimal, "Доля, %"), (FieldKind.Date, "День"), (FieldKind.DateTime, "Когда")],
            [["Kia Rio №5 «ёлка» <&>", -20_000.10m, 3, 22.64m, new DateOnly(2026, 11, 23), new DateTime(2026, 11, 23, 21, 30, 0, DateTimeKind.Utc)], [null, null, null, null, null, null]],
            ["Итого", 1_234_567.89m, 5, null, null, null]);

        using var book = await OpenAsync(table);
        var rows = Rows(book);

        rows.Count.ShouldBe(4);
        rows[0].Select(Text).ShouldBe(table.Columns.Select(x => x.Heading));
        Text(rows[1][0]).ShouldBe("Kia Rio №5 «ёлка» <&>");
        rows[1].Skip(1).Select(Number).ShouldBe([-20_000.10m, 3m, 22.64m, 46349m, 46350.020833333336m]);
        rows[2].ShouldAllBe(x => x.CellValue == null && x.InlineString == null);
        Number(rows[3][1]).ShouldBe(1_234_567.89m);
        Format(book, rows[1][1]).ShouldBe(4u); // #,##0.00
        Format(book, rows[1][4]).ShouldBe(164u);
        var part = book.WorkbookPart!.WorksheetParts.Single();
        part.Worksheet.Elements<AutoFilter>().Single().Reference!.Value.ShouldBe("A1:F3"); // the sums stay below it
        book.WorkbookPart.Workbook.Descendants<Sheet>().Single().Name!.Value.ShouldBe("Прибыль по автомобилям  за нояб");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("'=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData(" с пробелами  ")]
    [InlineData("две\nстроки")]
    [InlineData("🚗 ]]> <b>&amp;</b>")]
    public async Task Should_Keep_A_Text_A_Text(string text)
    {
        using var book = await OpenAsync(new ExportedTable("Лист", [(FieldKind.Text, text)], [[text]], null));

        var cell = Rows(book)[1][0];
        Text(cell).ShouldBe(text);
        (cell.DataType!.Value == CellValues.InlineString, cell.CellFormula).ShouldBe((true, null));
    }

    [Fact]
    public async Task Should_Leave_Out_What_A_Sheet_Cannot_Hold()
    {
        var tooLong = new string('ж', 40_000);
        using var book = await OpenAsync(new ExportedTable("?*[]", [(FieldKind.LongText, "Текст")], [["до\u0000\u0001\u000B\uFFFEпосле"], [tooLong], ["половина \ud83d"]], null));

        var rows = Rows(book);
        Text(rows[1][0]).ShouldBe("допосле");
        Text(rows[2][0]).ShouldBe(tooLong[..32_767]); // Excel's own limit
        Text(rows[3][0]).ShouldBe("половина \uFFFD");
        book.WorkbookPart!.Workbook.Descendants<Sheet>().Single().Name!.Value.ShouldBe("Sheet1");
    }

    [Fact]
    public async Task Should_Write_An_Empty_Table_As_Its_Heading()
    {
        using var book = await OpenAsync(new ExportedTable("Пусто", [(FieldKind.Text, "Имя"), (FieldKind.Money, "Сумма")], [], null));

        Rows(book).Single().Select(Text).ShouldBe(["Имя", "Сумма"]);
    }

    [Fact]
    public async Task Should_Hold_Fifty_Thousand_Rows()
    {
        var rows = Enumerable.Range(1, 50_000).Select(i => new object?[] { $"Строка {i}", i * 1.01m }).ToList();

        using var book = SpreadsheetDocument.Open(new MemoryStream(await TableFiles.WriteAsync(new ExportedTable("Много", [(FieldKind.Text, "Имя"), (FieldKind.Money, "Сумма")], rows, ["Итого", 1m]), ExportFormat.Xlsx)), isEditable: false);

        var count = 0;
        using var reader = OpenXmlReader.Create(book.WorkbookPart!.WorksheetParts.Single());
        while (reader.Read())
        {
            count += reader.ElementType == typeof(Row) && reader.IsStartElement ? 1 : 0;
        }
        count.ShouldBe(50_002);
    }

    private static async Task<SpreadsheetDocument> OpenAsync(ExportedTable table)
    {
        var book = SpreadsheetDocument.Open(new MemoryStream(await TableFiles.WriteAsync(table, ExportFormat.Xlsx)), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book).Select(x => $"{x.Path?.XPath}: {x.Description}").ShouldBeEmpty();
        return book;
    }

    private static List<List<Cell>> Rows(SpreadsheetDocument book) =>
        [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(x => x.Elements<Cell>().ToList())];

    private static string Text(Cell cell) => cell.InlineString!.InnerText;

    private static decimal Number(Cell cell) => decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture);

    private static uint Format(SpreadsheetDocument book, Cell cell) =>
        ((CellFormat)book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value)).NumberFormatId!.Value;
}
