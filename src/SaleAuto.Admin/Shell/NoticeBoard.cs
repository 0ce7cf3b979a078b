namespace SaleAuto.Admin.Shell;

/// <summary>Something that waits for the person: shown under the bell.</summary>
/// <param name="Icon">Icon name.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Path">Where it is dealt with.</param>
/// <param name="At">Since when, UTC; null when it has no moment.</param>
public sealed record Notice(string Icon, string Text, string Path, DateTime? At);

/// <summary>Tells what waits for the person; each part of the program may have one.</summary>
public interface INoticeSource
{
    /// <summary>The newest notices for the person of the context, ten at most.</summary>
    Task<IReadOnlyList<Notice>> GetAsync(AdminContext context, CancellationToken cancellationToken);
}

/// <summary>Everything that waits for the person of the request.</summary>
public sealed class NoticeBoard(IEnumerable<INoticeSource> sources, AdminContext context)
{
    /// <summary>Whether there is a bell at all.</summary>
    public bool HasSources => sources.Any();

    /// <summary>The notices, newest first.</summary>
    public async Task<IReadOnlyList<Notice>> GetAsync(CancellationToken cancellationToken)
    {
        var all = new List<Notice>();
        foreach (var source in sources) // one after another: they share the request's database connection
        {
            all.AddRange(await source.GetAsync(context, cancellationToken));
        }
        return [.. all.OrderByDescending(notice => notice.At)];
    }
}
