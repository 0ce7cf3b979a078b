using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.LowCode;

namespace SaleAuto.Documents.Tables;

/// <summary>Writes tables as reports are taken away, and reads CSV back by the letter of RFC 4180.</summary>
internal static class TableFiles
{
    public static async Task<byte[]> WriteAsync(ExportedTable table, ExportFormat format, bool decimalComma = true)
    {
        await using var services = new ServiceCollection().AddSingleton<IResourceTexts, NoTexts>().AddSingleton<ICompanyTime, Moscow>().AddLowCode().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        using var output = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<ITableExport>().WriteAsync(table, format, decimalComma, output, default);
        return output.ToArray();
    }

    public static IReadOnlyList<IReadOnlyList<string>> ReadCsv(byte[] file)
    {
        file.AsSpan(0, 3).ToArray().ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file, 3, file.Length - 3);
        var (rows, row, cell, quoted, wasQuoted) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder(), false, false);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"' when quoted && at + 1 < text.Length && text[at + 1] == '"':
                    cell.Append('"');
                    at++;
                    break;
                case '"':
                    (quoted || cell.Length == 0).ShouldBeTrue("a quote begins a cell");
                    (quoted, wasQuoted) = (!quoted, true);
                    break;
                case ';' when !quoted:
                    row.Add(cell.ToString());
                    (wasQuoted, _) = (false, cell.Clear());
                    break;
                case '\r' when !quoted:
                    text[++at].ShouldBe('\n');
                    row.Add(cell.ToString());
                    rows.Add(row);
                    (row, wasQuoted, _) = ([], false, cell.Clear());
                    break;
                case var other:
                    (quoted || !wasQuoted).ShouldBeTrue("nothing follows the closing quote");
                    (quoted || other != '\n').ShouldBeTrue("a line end stands in quotes");
                    cell.Append(other);
                    break;
            }
        }
        (quoted, row.Count, cell.Length).ShouldBe((false, 0, 0), "the last row is ended");
        return rows;
    }

    private sealed class NoTexts : IResourceTexts
    {
        public string? Find(string key) => null;

        public string NameOf(Enum value) => value.ToString();

        public BadgeLook LookOf(Enum value) => new("gray", null);

        public string ErrorOf(string code, IReadOnlyDictionary<string, object?>? values = null) => code;
    }

    private sealed class Moscow : ICompanyTime
    {
        public ValueTask<TimeZoneInfo> GetZoneAsync(CancellationToken cancellationToken) => new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));
    }
}
