namespace SaleAuto.LowCode;

/// <summary>What rows are asked for.</summary>
public sealed record ListQuery
{
    /// <summary>Most rows of one page.</summary>
    public const int MaxPageSize = 200;

    /// <summary>Furthest row that can be reached by page number; beyond it there is the cursor.</summary>
    public const int MaxOffset = 10_000;

    /// <summary>Rows of a page, 1 to <see cref="MaxPageSize"/>.</summary>
    public int PageSize { get; init; } = 25;

    /// <summary>Page by number, from 1; ignored when there is a cursor.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Where to go on, as given by the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>Sort keys; empty for the resource's own.</summary>
    public IReadOnlyList<SortItem> Sort { get; init; } = [];

    /// <summary>Search words, or null.</summary>
    public string? Search { get; init; }

    /// <summary>Condition, or null.</summary>
    public FilterNode? Filter { get; init; }

    /// <summary>Names of the fields wanted; null for all that lists or details show.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Whether to count the rows found.</summary>
    public CountMode Count { get; init; }

    /// <summary>Whether to reckon the totals of columns that have one.</summary>
    public bool WithTotals { get; init; }

    /// <summary>Whether rows of the trash are asked for instead of living ones; needs the permission to delete.</summary>
    public bool Trash { get; init; }

    /// <summary>Whether to tell which actions are open to each row.</summary>
    public bool WithActions { get; init; }
}

/// <summary>How rows are counted.</summary>
public enum CountMode
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Up to 10 000: enough for a person, quick for the database.</summary>
    Bounded,

    /// <summary>Exactly.</summary>
    Exact,
}
