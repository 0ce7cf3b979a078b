using System.Globalization;
using System.Text;

namespace SaleAuto.Documents.Pdf;

/// <summary>Pages of a size, in points; down is more.</summary>
internal sealed class PdfDocument(string title, double width, double height, DateTime writtenAt)
{
    private readonly List<PdfFont> _fonts = [];
    private readonly List<StringBuilder> _pages = [];

    /// <summary>Width of a page.</summary>
    public double Width => width;

    /// <summary>Height of a page.</summary>
    public double Height => height;

    /// <summary>Number of pages.</summary>
    public int PageCount => _pages.Count;

    /// <summary>A font to write with.</summary>
    public PdfFont Add(PdfFont font)
    {
        _fonts.Add(font);
        return font;
    }

    /// <summary>Begins a page; the result is its place.</summary>
    public int AddPage()
    {
        _pages.Add(new StringBuilder());
        return _pages.Count - 1;
    }

    /// <summary>Writes a line of text.</summary>
    public void Text(int page, PdfFont font, double size, double x, double y, string text) =>
        _pages[page].Append(CultureInfo.InvariantCulture, $"BT /F{_fonts.IndexOf(font)} {size:0.##} Tf {x:0.##} {height - y:0.##} Td {font.Encode(text)} Tj ET\n");

    /// <summary>Fills a box with a grey: 0 is black, 1 is white.</summary>
    public void Fill(int page, double x, double y, double boxWidth, double boxHeight, double grey) =>
        _pages[page].Append(CultureInfo.InvariantCulture, $"{grey:0.##} g {x:0.##} {height - y - boxHeight:0.##} {boxWidth:0.##} {boxHeight:0.##} re f 0 g\n");

    /// <summary>The file.</summary>
    public byte[] Save()
    {
        var file = new PdfObjects();
        var contents = _pages.Select(page => file.Add("", Encoding.ASCII.GetBytes(page.ToString()))).ToList();
        var fonts = string.Concat(_fonts.Select((font, place) => $"/F{place} {font.Write(file)} 0 R"));
        var root = file.Add($"<</Type/Catalog/Pages {file.Next + 1} 0 R/ViewerPreferences<</DisplayDocTitle true>>>>");
        var tree = file.Next;
        file.Add($"<</Type/Pages/Count {contents.Count}/Kids[{string.Join(' ', contents.Select((_, place) => $"{tree + 1 + place} 0 R"))}]>>");
        foreach (var content in contents)
        {
            file.Add(string.Create(CultureInfo.InvariantCulture, $"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {width:0.##} {height:0.##}]/Resources<</Font<<{fonts}>>>>/Contents {content} 0 R>>"));
        }
        var heading = Convert.ToHexString([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(title)]);
        var info = file.Add(string.Create(CultureInfo.InvariantCulture, $"<</Title <{heading}>/Producer(SaleAuto)/CreationDate(D:{writtenAt:yyyyMMddHHmmss}Z)>>"));
        return file.Finish(root, info);
    }
}
