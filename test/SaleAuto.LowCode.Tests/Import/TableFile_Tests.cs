using System.IO.Compression;
using System.Text;

namespace SaleAuto.LowCode.Import;

public class TableFile_Tests
{
    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "Имя;ИНН\nЭмаль;77\n" },
        { "utf-8-bom", "Имя,ИНН\r\nЭмаль,77" },
        { "utf-16", "Имя\tИНН\r\nЭмаль\t77\r\n" },
        { "windows-1251", "Имя;ИНН\r\n\r\nЭмаль;77\r\n;\r\n" },
    };

    [Theory, MemberData(nameof(Encodings))]
    public async Task Should_Find_Encoding_And_Separator(string encoding, string text)
    {
        byte[] bytes = encoding switch
        {
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "windows-1251" => Windows1251.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };

        var (headers, rows) = await ReadAsync(bytes);

        headers.ShouldBe(["Имя", "ИНН"]);
        rows.ShouldHaveSingleItem().ShouldBe(["Эмаль", "77"]);
    }

    [Fact]
    public async Task Should_Read_Quotes_Line_Ends_And_Escaped_Formulas()
    {
        var (_, rows) = await ReadAsync(Encoding.UTF8.GetBytes("a;b;c\n\"x;\"\"y\"\"\r\nz\";'=1+1;'''=2\nshort\nlong;1;2;3"));

        rows.ShouldBe([["x;\"y\"\r\nz", "=1+1", "''=2"], ["short", "", ""], ["long", "1", "2"]]);
    }

    [Theory]
    [InlineData("", TableFault.Unreadable)]
    [InlineData("a\0b", TableFault.Unreadable)]
    [InlineData("a;b;c;d;e;f", TableFault.TooManyColumns)]
    [InlineData("a\n1\n2\n3\n4\n5\n6", TableFault.TooManyRows)]
    public async Task Should_Refuse_What_Is_No_Table_Or_Too_Large(string text, TableFault fault) =>
        (await Should.ThrowAsync<TableFileException>(() => ReadAsync(Encoding.UTF8.GetBytes(text)))).Fault.ShouldBe(fault);

    [Fact]
    public async Task Should_Read_An_Excel_File_With_Shared_Texts_Days_And_Gaps()
    {
        var file = Excel(
            """<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row><c r="A2"><v>0.1000000000000000055</v></c><c r="C2" s="1"><v>46053</v></c></row><row><c r="B3" t="b"><v>1</v></c><c r="C3" s="1"><v>46053.75</v></c></row>""");

        var (headers, rows) = await ReadAsync(file);

        headers.ShouldBe(["Сумма", "#2", "День"]);
        rows.ShouldBe([["0.1", "", "2026-01-31"], ["", "true", "2026-01-31T18:00:00"]]);
    }

    [Fact]
    public async Task Should_Refuse_A_Bomb_And_A_Broken_Archive()
    {
        var bomb = Excel($"<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>{new string(' ', 450 * 1024 * 1024)}");
        var entities = Excel("<row/>", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>");

        bomb.Length.ShouldBeLessThan(2 * 1024 * 1024);
        foreach (var file in (byte[][])[bomb, entities, [0x50, 0x4B, 3, 4, 1, 2, 3], Excel("<row><c t=\"s\"><v>99</v></c></row>")])
        {
            (await Should.ThrowAsync<TableFileException>(() => ReadAsync(file))).Fault.ShouldBe(TableFault.Unreadable);
        }
    }

    private static async Task<(IReadOnlyList<string> Headers, List<string[]> Rows)> ReadAsync(byte[] file)
    {
        await using var table = await TableFile.OpenAsync(new MemoryStream(file), new TableLimits(5, 5), default);
        return (table.Headers, await table.ReadAsync(default).ToListAsync());
    }

    private static byte[] Excel(string rows, string docType = "")
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", $"<workbook {Main}><sheets><sheet name=\"A\" r:id=\"rId7\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId7\" Target=\"worksheets/sheet9.xml\"/></Relationships>");
            Add("xl/styles.xml", $"<styleSheet {Main}><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-419]dd\\.mm\\.yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
            Add("xl/sharedStrings.xml", $"<sst {Main}><si><t>Сумма</t></si><si><r><t>Де</t></r><r><t>нь</t></r></si></sst>");
            Add("xl/worksheets/sheet9.xml", $"{docType}<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>");

            void Add(string name, string text)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }
        }
        return content.ToArray();
    }
}
