using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SaleAuto.Documents.Pdf;

/// <summary>The numbered objects of a PDF file, and the table that says where each begins.</summary>
internal sealed class PdfObjects
{
    private readonly MemoryStream _file = new();
    private readonly List<long> _places = [];

    /// <summary>Begins the file.</summary>
    public PdfObjects() => Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");

    /// <summary>Number that the next object gets.</summary>
    public int Next => _places.Count + 1;

    /// <summary>Adds an object; the result is its number.</summary>
    public int Add(string body)
    {
        Begin();
        Write(body + "\nendobj\n");
        return _places.Count;
    }

    /// <summary>Adds an object with data, packed.</summary>
    public int Add(string entries, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packer.Write(data);
        }
        Begin();
        Write(string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Filter/FlateDecode/Length {packed.Length}>>\nstream\n"));
        packed.WriteTo(_file);
        Write("\nendstream\nendobj\n");
        return _places.Count;
    }

    /// <summary>Ends the file.</summary>
    public byte[] Finish(int root, int info)
    {
        var start = _file.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n"));
        _places.ForEach(place => Write(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n")));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<</Size {_places.Count + 1}/Root {root} 0 R/Info {info} 0 R>>\nstartxref\n{start}\n%%EOF\n"));
        return _file.ToArray();
    }

    private void Begin()
    {
        _places.Add(_file.Position);
        Write(string.Create(CultureInfo.InvariantCulture, $"{_places.Count} 0 obj\n"));
    }

    private void Write(string text) => _file.Write(Encoding.Latin1.GetBytes(text));
}
