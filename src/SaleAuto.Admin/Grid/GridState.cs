using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Grid;

/// <summary>In which form the rows are shown.</summary>
public enum GridForm
{
    Table,
    Board,
    Calendar,
    Gallery,
}

/// <summary>Everything that a list shows, as it stands in the address: Back, reload and a bookmark come to the same place.</summary>
public sealed record GridState
{
    /// <summary>Value of <c>view</c> that asks for the plain list even where a default view is set.</summary>
    public const string NoView = "all";

    private const int MaxSearchLength = 100;
    private const int MaxSortKeys = 4;

    /// <summary>Sizes of a page that are offered.</summary>
    public static readonly IReadOnlyList<int> PageSizes = [25, 50, 100, 200];

    public string? Search { get; init; }

    public FilterNode? Filter { get; init; }

    /// <summary>Sort keys; empty for the resource's own.</summary>
    public IReadOnlyList<SortItem> Sort { get; init; } = [];

    public int PageSize { get; init; } = PageSizes[0];

    /// <summary>Where the page begins, as given by the page before or after.</summary>
    public string? Cursor { get; init; }

    public GridForm Form { get; init; }

    public bool Trash { get; init; }

    /// <summary>Columns when the address names them: that of a saved view does.</summary>
    public string? Columns { get; init; }

    /// <summary>The saved view, <see cref="NoView"/>, or null.</summary>
    public string? View { get; init; }

    /// <summary>Whether anything narrows the rows.</summary>
    public bool IsNarrowed => !string.IsNullOrEmpty(Search) || Filter is not null;

    /// <summary>The condition was not readable: an old or broken address.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Reads an address. What is not known is passed over: an old bookmark shows what it can.</summary>
    public static GridState Parse(ResourceModel resource, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var values = query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var search = values.GetValueOrDefault("q")?.Trim();
        var state = new GridState
        {
            Search = string.IsNullOrEmpty(search) ? null : search[..Math.Min(search.Length, MaxSearchLength)],
            Sort = ParseSort(resource, values.GetValueOrDefault("sort")),
            PageSize = int.TryParse(values.GetValueOrDefault("size"), CultureInfo.InvariantCulture, out var size) && PageSizes.Contains(size) ? size : PageSizes[0],
            Cursor = NullIfEmpty(values.GetValueOrDefault("cursor")),
            Form = Enum.TryParse<GridForm>(values.GetValueOrDefault("as"), ignoreCase: true, out var form) && IsOffered(resource, form) ? form : GridForm.Table,
            Trash = resource.HasTrash && values.GetValueOrDefault("trash") == "1",
            Columns = NullIfEmpty(values.GetValueOrDefault("cols")),
            View = NullIfEmpty(values.GetValueOrDefault("view")),
        };
        try
        {
            return state with { Filter = FilterText.Parse(values.GetValueOrDefault("filter")) };
        }
        catch (InputValidationException)
        {
            return state with { IsBroken = true };
        }
    }

    /// <summary>Reads the query of an address, with or without the question mark.</summary>
    public static GridState Parse(ResourceModel resource, string? query) => Parse(resource, QueryHelpers.ParseQuery(query));

    /// <summary>Whether a resource can be shown in the form.</summary>
    public static bool IsOffered(ResourceModel resource, GridForm form) => form switch
    {
        GridForm.Board => resource.Board is not null,
        GridForm.Calendar => resource.Calendar is not null,
        GridForm.Gallery => resource.Gallery is not null,
        _ => true,
    };

    /// <summary>The query of the address, without the question mark; always in the same order, so that states can be compared.</summary>
    public string ToQuery() => string.Join('&', Pairs().Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>The query without what a saved view does not keep: the place and the view's own name.</summary>
    public string ToViewQuery() => (this with { Cursor = null, View = null }).ToQuery();

    /// <summary>The parameters of the address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        var pairs = new (string Key, string? Value)[]
        {
            ("view", View),
            ("as", Form == GridForm.Table ? null : Form.ToString().ToLowerInvariant()),
            ("q", Search),
            ("filter", Filter is null ? null : FilterText.Format(Filter)),
            ("sort", Sort.Count == 0 ? null : FormatSort(Sort)),
            ("cols", Columns),
            ("size", PageSize == PageSizes[0] ? null : PageSize.ToString(CultureInfo.InvariantCulture)),
            ("trash", Trash ? "1" : null),
            ("cursor", Cursor),
        };
        return pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!));
    }

    /// <summary>The rows to ask for.</summary>
    public ListQuery ToListQuery(IReadOnlyList<string>? fields) => new()
    {
        PageSize = PageSize,
        Cursor = Cursor,
        Sort = Sort,
        Search = Search,
        Filter = Filter,
        Fields = fields,
        Trash = Trash,
    };

    /// <summary>The state after a click on a column's caption: ascending, descending, unsorted; alone, or beside the other keys.</summary>
    public GridState SortedBy(string field, bool beside)
    {
        var now = Sort.FirstOrDefault(key => key.Field == field);
        var next = now switch
        {
            null => new SortItem(field, Descending: false),
            { Descending: false } => new SortItem(field, Descending: true),
            _ => null,
        };
        var others = beside ? Sort.Where(key => key.Field != field) : [];
        var place = beside && now is not null ? Sort.TakeWhile(key => key.Field != field).Count() : Sort.Count;
        var keys = others.ToList();
        if (next is not null)
        {
            keys.Insert(Math.Min(place, keys.Count), next);
        }
        return this with { Sort = [.. keys.Take(MaxSortKeys)], Cursor = null };
    }

    /// <summary>Sorted by that key alone.</summary>
    public GridState SortedBy(string field, bool descending, bool beside) => this with
    {
        Sort = [.. (beside ? Sort.Where(key => key.Field != field) : []).Append(new SortItem(field, descending)).TakeLast(MaxSortKeys)],
        Cursor = null,
    };

    private static string FormatSort(IEnumerable<SortItem> sort) => string.Join(',', sort.Select(key => (key.Descending ? "-" : "") + key.Field));

    private static List<SortItem> ParseSort(ResourceModel resource, string? text) =>
    [
        .. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(key => new SortItem(key.TrimStart('-'), key.StartsWith('-')))
            .Where(key => resource.FindField(key.Field) is { IsSortable: true })
            .DistinctBy(key => key.Field)
            .Take(MaxSortKeys),
    ];

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
