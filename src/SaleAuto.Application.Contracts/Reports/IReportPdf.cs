namespace SaleAuto.Reports;

/// <summary>Sets a table as a PDF.</summary>
public interface IReportPdf
{
    /// <summary>The file.</summary>
    byte[] Write(PrintedReport report);
}

/// <summary>A table to print; every text stands as it is to be read.</summary>
/// <param name="Title">Heading of the first page, and title of the document.</param>
/// <param name="Subtitle">What it is on.</param>
/// <param name="Columns">Heading of each column, and whether it holds numbers.</param>
/// <param name="Rows">Texts parallel to the columns.</param>
/// <param name="Totals">The last row; null for none.</param>
/// <param name="Notes">Lines below the table.</param>
/// <param name="PageOf">Words of the page's number with places for it and for the number of pages.</param>
/// <param name="WrittenAt">When it was written, UTC.</param>
public sealed record PrintedReport(
    string Title,
    string Subtitle,
    IReadOnlyList<(string Heading, bool IsNumber)> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<string>? Totals,
    IReadOnlyList<string> Notes,
    string PageOf,
    DateTime WrittenAt);
