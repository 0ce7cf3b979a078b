using SaleAuto.Comments;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Records;

/// <summary>Puts the history of a row and the comments on it into one line of time.</summary>
internal sealed class TimelineReader(IResourceHistory history, ICommentAppService comments)
{
    private const int PageSize = 15;

    public async Task<TimelinePage> ReadAsync(ResourceModel resource, Guid id, TimelineFilter filter, CancellationToken cancellationToken)
    {
        var changes = filter.Kind == TimelineKind.Comments
            ? new HistoryPage([], null)
            : await history.GetAsync(resource, id, new HistoryQuery { PageSize = PageSize, Before = filter.Before, Field = filter.Field }, cancellationToken);
        var said = filter.Kind == TimelineKind.Changes || filter.Field is not null
            ? []
            : await comments.GetListAsync(resource.Name, id, filter.Before, PageSize + 1, cancellationToken);
        var isMoreSaid = said.Count > PageSize;

        // What one source has not told yet may be newer than the oldest of the other: nothing below that edge is shown.
        var edge = new[] { changes.Before, isMoreSaid ? said[PageSize - 1].At : null }.Max();
        var items = changes.Entries.Select(e => new TimelineItem(e.At, e, null))
            .Concat(said.Take(PageSize).Select(c => new TimelineItem(c.At, null, c)))
            .Where(x => edge is null || x.At >= edge)
            .OrderByDescending(x => x.At)
            .ToList();
        return new TimelinePage(resource, id, filter, items, edge);
    }
}

/// <summary>A page of what became of a row and what was said about it.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Id">The row.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Items">Newest first.</param>
/// <param name="Before">What to ask for next; null when nothing is older.</param>
public sealed record TimelinePage(ResourceModel Resource, Guid Id, TimelineFilter Filter, IReadOnlyList<TimelineItem> Items, DateTime? Before);

/// <summary>A change or a comment.</summary>
public sealed record TimelineItem(DateTime At, HistoryEntry? Change, CommentDto? Comment);

/// <summary>Which part of a timeline is asked for.</summary>
public sealed record TimelineFilter(TimelineKind Kind, string? Field, DateTime? Before)
{
    /// <summary>The newest of everything.</summary>
    public static TimelineFilter All { get; } = new(TimelineKind.All, null, null);
}

/// <summary>What a timeline shows.</summary>
public enum TimelineKind
{
    /// <summary>Changes and comments.</summary>
    All,

    /// <summary>Changes alone.</summary>
    Changes,

    /// <summary>Comments alone.</summary>
    Comments,
}
