using SaleAuto.Blobs;
using SaleAuto.Errors;
using SaleAuto.Files;
using SaleAuto.LowCode;

namespace SaleAuto.Imports;

/// <summary>Uploaded tables: looking into a new one, opening a stored one.</summary>
internal sealed class ImportTables(IBlobContainer blobs)
{
    private const int SampledRows = 3;
    private const int LongestSample = 120;
    private const int LongestHeader = 200;

    private static readonly TableLimits Limits = new(ImportConsts.MaxRows, ImportConsts.MaxColumns);

    /// <summary>Headings, first values and number of rows.</summary>
    /// <exception cref="InputValidationException">It is no table that can be imported.</exception>
    public async Task<(List<string> Headers, List<string> Samples, int Rows)> InspectAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            await using var table = await TableFile.OpenAsync(content, Limits, cancellationToken);
            var samples = table.Headers.Select(_ => new List<string>()).ToList();
            var rows = 0;
            await foreach (var cells in table.ReadAsync(cancellationToken))
            {
                for (var i = 0; rows < SampledRows && i < cells.Length; i++)
                {
                    samples[i].Add(cells[i]);
                }
                rows++;
            }
            return ([.. table.Headers.Select(h => Cut(h, LongestHeader))], [.. samples.Select(s => Cut(string.Join(" · ", s.Where(x => x.Length > 0)), LongestSample))], rows);
        }
        catch (TableFileException fault)
        {
            throw new InputValidationException("file", fault.Fault switch
            {
                TableFault.TooManyRows => SaleAutoErrorCodes.Imports.TooManyRows,
                TableFault.TooManyColumns => SaleAutoErrorCodes.Imports.TooManyColumns,
                _ => SaleAutoErrorCodes.Imports.FileUnreadable,
            });
        }
    }

    /// <summary>Opens the table of an import from its beginning.</summary>
    public async Task<OpenTable> OpenAsync(ImportJob job, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.FindAsync(job.BlobName, cancellationToken) ?? throw new EntityNotFoundException(typeof(ImportJob), job.Id);
        var file = (await Upload.ReceiveAsync(blob, long.MaxValue, cancellationToken))!; // seekable, wherever blobs lie
        try
        {
            return new OpenTable(await TableFile.OpenAsync(file, Limits, cancellationToken), file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>The name of an uploaded table, fit to be kept.</summary>
    public static string NameOf(string fileName)
    {
        var bare = string.Concat(Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c))).Trim();
        return bare.Length == 0 ? "table" : Cut(bare, ImportConsts.MaxFileNameLength);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}

/// <summary>A table that is open, with its file.</summary>
internal sealed record OpenTable(TableFile Table, Stream File) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Table.DisposeAsync();
        await File.DisposeAsync();
    }
}
