using System.Globalization;
using System.Xml;

namespace SaleAuto.LowCode;

/// <summary>The parts of an Excel file around its rows.</summary>
internal static class XlsxParts
{
    public const int HeadingStyle = 1;
    public const int DayStyle = 2;
    public const int MomentStyle = 3;
    public const int MoneyStyle = 4;
    public const int SpanStyle = 5;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>Parts that do not depend on the rows: name and content.</summary>
    public static IEnumerable<(string Name, string Content)> Fixed(string title)
    {
        yield return ("[Content_Types].xml", $"""
            {Head}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/></Types>
            """);
        yield return ("_rels/.rels", $"""
            {Head}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        yield return ("xl/workbook.xml", $"""
            {Head}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{SheetName(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        yield return ("xl/_rels/workbook.xml.rels", $"""
            {Head}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        yield return ("xl/styles.xml", $"""
            {Head}<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="165" formatCode="dd\.mm\.yyyy\ hh:mm"/></numFmts>
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
            <fill><patternFill patternType="solid"><fgColor rgb="FFE9EEF5"/></patternFill></fill></fills>
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="46" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
    }

    /// <summary>The beginning of the sheet: frozen heading and widths.</summary>
    public static void StartSheet(XmlWriter xml, IReadOnlyList<ExportColumn> columns)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        if (columns.Count > 0)
        {
            xml.WriteStartElement("cols");
            for (var i = 0; i < columns.Count; i++)
            {
                var width = Math.Clamp(Math.Max(columns[i].Heading.Length + 4, Width(columns[i].Kind)), 8, 60);
                xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{width}" customWidth="1"/>"""));
            }
            xml.WriteEndElement();
        }
        xml.WriteStartElement("sheetData");
    }

    /// <summary>The end of the sheet: the filter over all rows.</summary>
    public static void EndSheet(XmlWriter xml, int columns, int rows)
    {
        xml.WriteEndElement();
        if (columns > 0)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<autoFilter ref="A1:{ColumnName(columns)}{rows}"/>"""));
        }
        xml.WriteEndElement();
    }

    /// <summary>The style of a cell; nothing for the plain one.</summary>
    public static void WriteStyle(XmlWriter xml, int style)
    {
        if (style > 0)
        {
            xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Days since the end of 1899, as Excel counts.</summary>
    public static string Serial(DateTime moment) => moment.Year < 1900 ? "0" : moment.ToOADate().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The text without characters that XML cannot hold.</summary>
    public static string Clean(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && !text.Any(char.IsSurrogate) && !text.Contains('\uFFFE') && !text.Contains('\uFFFF')
        ? text
        : string.Concat(text.EnumerateRunes().Where(r => r.Value is 9 or 10 or 13 or >= 32 and not (0xFFFE or 0xFFFF)));

    /// <summary>Letters of a column counted from 1.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            name = (char)('A' + ((column - 1) % 26)) + name;
        }
        return name;
    }

    private static string SheetName(string title)
    {
        var bare = string.Concat(title.Where(c => c is not ('\\' or '/' or '?' or '*' or '[' or ']' or ':' or '\'') && !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return System.Security.SecurityElement.Escape(bare.Length == 0 ? "Sheet1" : bare[..Math.Min(bare.Length, 31)])!;
    }

    private static int Width(FieldKind kind) => kind switch
    {
        FieldKind.LongText or FieldKind.Link or FieldKind.Images => 50,
        FieldKind.Text or FieldKind.Email or FieldKind.Lookup or FieldKind.Enum => 24,
        FieldKind.DateTime or FieldKind.Phone => 17,
        FieldKind.Id or FieldKind.File or FieldKind.Image => 38,
        _ => 13,
    };
}
