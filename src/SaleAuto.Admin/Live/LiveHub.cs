using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.LowCode;
using SaleAuto.Repositories;

namespace SaleAuto.Admin.Live;

/// <summary>Rows of one resource that somebody changed.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Ids">The rows.</param>
/// <param name="HasNew">Whether some of them are new.</param>
public sealed record LiveChange(ResourceModel Resource, IReadOnlyList<Guid> Ids, bool HasNew);

/// <summary>Passes committed changes on to the open pages of this node.</summary>
public sealed class LiveHub(IServiceProvider services) : IRowChangeListener
{
    private const int MostWaiting = 64;
    private const int MostIds = 200;

    private readonly ConcurrentDictionary<Channel<LiveChange>, byte> _pages = [];

    /// <summary>Whether anybody listens.</summary>
    public bool HasPages => !_pages.IsEmpty;

    /// <summary>Opens a page's ear; a page that does not keep up loses the oldest news, and asks for rows anew anyway.</summary>
    public Channel<LiveChange> Open()
    {
        var page = Channel.CreateBounded<LiveChange>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        _pages[page] = 0;
        return page;
    }

    /// <summary>Closes it.</summary>
    public void Close(Channel<LiveChange> page) => _pages.TryRemove(page, out _);

    /// <inheritdoc />
    public void OnCommitted(IReadOnlyList<RowChange> changes)
    {
        if (!HasPages)
        {
            return;
        }
        var resources = services.GetRequiredService<IResourceRegistry>(); // not in the constructor: the registry may need what announces commits
        foreach (var group in changes.GroupBy(change => change.EntityType))
        {
            if (resources.Find(group.Key) is { } resource)
            {
                var news = new LiveChange(resource, [.. group.Select(change => change.Id).Distinct().Take(MostIds)], group.Any(change => change.Kind == RowChangeKind.Added));
                foreach (var page in _pages.Keys)
                {
                    page.Writer.TryWrite(news);
                }
            }
        }
    }
}
