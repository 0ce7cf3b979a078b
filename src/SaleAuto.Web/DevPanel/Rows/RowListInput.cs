using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace SaleAuto.DevPanel;

/// <summary>What somebody asked to see of a table, as its address says.</summary>
public sealed class RowListInput
{
    private const int MostFilters = 8;
    private const int LongestSearch = 200;
    private const int LongestCursor = 4000;

    public required TableInfo Table { get; init; }

    public string Search { get; private init; } = "";

    public IReadOnlyList<RowFilter> Filters { get; private init; } = [];

    public ColumnInfo Sort { get; private init; } = null!;

    public bool Descending { get; private init; }

    /// <summary>Text of the sort column and of the key columns of the last row seen; null at the start.</summary>
    public IReadOnlyList<string?>? Cursor { get; private init; }

    /// <summary>Whether a filter in the address meant nothing.</summary>
    public bool HasUnreadableFilter { get; private init; }

    public static RowListInput Read(TableInfo table, IQueryCollection query)
    {
        var codes = query["f"].Take(MostFilters).Select(code => RowFilter.Read(table, code ?? "")).ToList();
        if (query["column"].ToString() is { Length: > 0 } column)
        {
            codes.Add(RowFilter.Read(table, column, query["op"].ToString(), query["value"].ToString()));
        }
        var sort = query["sort"].ToString();
        var search = query["q"].ToString().Trim();
        var asked = table.Indexed.FirstOrDefault(x => x.Name == sort.TrimStart('-'));
        return new RowListInput
        {
            Table = table,
            Search = search.Length <= LongestSearch ? search : search[..LongestSearch],
            Filters = [.. codes.OfType<RowFilter>().Take(MostFilters)],
            HasUnreadableFilter = codes.Contains(null),
            Sort = asked ?? table.Key[0],
            Descending = asked is null || sort.StartsWith('-'),
            Cursor = ReadCursor(table, query["after"].ToString()),
        };
    }

    /// <summary>The same list with something changed.</summary>
    public string Address(string? sort = null, RowFilter? without = null, string? after = null)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        if (Search.Length > 0)
        {
            parts.Add(new("q", Search));
        }
        parts.AddRange(Filters.Where(filter => filter != without).Select(filter => new KeyValuePair<string, string?>("f", filter.Code)));
        parts.Add(new("sort", sort ?? SortCode));
        if (after is not null)
        {
            parts.Add(new("after", after));
        }
        return $"{DeveloperPanel.Home}/tables/{Uri.EscapeDataString(Table.Name)}{QueryString.Create(parts)}";
    }

    public string SortCode => (Descending ? "-" : "") + Sort.Name;

    /// <summary>The cursor behind a row.</summary>
    public string After(TableRow row) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(
        Table.Key.Prepend(Sort).Select(row.Text)));

    private static IReadOnlyList<string?>? ReadCursor(TableInfo table, string cursor)
    {
        if (cursor.Length is 0 or > LongestCursor)
        {
            return null;
        }
        try
        {
            var texts = JsonSerializer.Deserialize<List<string?>>(WebEncoders.Base64UrlDecode(cursor));
            return texts?.Count == table.Key.Count + 1 ? texts : null;
        }
        catch (Exception mistyped) when (mistyped is FormatException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>One page of rows.</summary>
/// <param name="Rows">At most a page of them.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
public sealed record TablePage(IReadOnlyList<TableRow> Rows, string? Next);
