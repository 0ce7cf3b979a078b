using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Auditing;
using SaleAuto.LowCode;
using SaleAuto.Repositories;

namespace SaleAuto.Admin.Live;

/// <summary>Rows of one resource that somebody changed.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Ids">The rows.</param>
/// <param name="HasNew">Whether some of them are new.</param>
/// <param name="IsRelated">Whether rows of others changed that these show in a column: which ones is not known, so all that are on the screen are read anew.</param>
public sealed record LiveChange(ResourceModel Resource, IReadOnlyList<Guid> Ids, bool HasNew, bool IsRelated = false);

/// <summary>Passes committed changes on to the open pages of this node: its own at once, those of other nodes when the audit log tells of them.</summary>
public sealed class LiveHub(IServiceProvider services, TimeProvider clock) : IRowChangeListener
{
    private const int MostWaiting = 64;
    private const int MostIds = 200;

    // The audit log tells of own changes too: one of the same row at about the same time.
    private static readonly TimeSpan SameTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan OwnNews = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Channel<LiveChange>, byte> _pages = [];
    private readonly ConcurrentDictionary<(string Type, Guid Id), DateTime> _own = [];

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
        Forget();
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var change in changes)
        {
            _own[(change.EntityType.Name, change.Id)] = now;
        }
        foreach (var group in changes.GroupBy(change => change.EntityType))
        {
            Tell(Resources.Find(group.Key), group.Select(change => change.Id), group.Any(change => change.Kind == RowChangeKind.Added));
        }
        var types = changes.Select(change => change.EntityType).Distinct().ToList();
        _ = Task.Run(() => TellRelated(types)); // the first time the SQL of every resource is looked through, which no commit should wait for
    }

    /// <summary>Passes on what the audit log tells, but for what this node did itself.</summary>
    public void Hear(IReadOnlyList<FeedChange> changes)
    {
        foreach (var group in changes.Where(change => !IsOwn(change)).GroupBy(change => change.EntityType))
        {
            Tell(Resources.All.FirstOrDefault(resource => resource.EntityType.Name == group.Key), group.Select(change => change.RowId), group.Any(change => change.IsNew));
        }
        TellRelated([.. changes.Where(change => !IsOwn(change)).Select(change => change.EntityType).Distinct().Select(TypeNamed).OfType<Type>()]);
    }

    private bool IsOwn(FeedChange change) => _own.TryGetValue((change.EntityType, change.RowId), out var at) && (change.At - at).Duration() < SameTime;

    // Not in the constructor: the registry may need what announces commits.
    private IResourceRegistry Resources => services.GetRequiredService<IResourceRegistry>();

    private Type? TypeNamed(string entityType) => Resources.All.FirstOrDefault(resource => resource.EntityType.Name == entityType)?.EntityType;

    // A resource whose own rows changed is told of them; the others are told to look again, once each.
    private void TellRelated(IReadOnlyList<Type> changed)
    {
        var tables = services.GetRequiredService<ResourceTables>();
        foreach (var resource in changed.SelectMany(tables.ReadersOf).Distinct().Where(resource => !changed.Contains(resource.EntityType)))
        {
            Tell(new LiveChange(resource, [], HasNew: false, IsRelated: true));
        }
    }

    private void Tell(ResourceModel? resource, IEnumerable<Guid> ids, bool hasNew)
    {
        if (resource is null)
        {
            return;
        }
        Tell(new LiveChange(resource, [.. ids.Distinct().Take(MostIds)], hasNew));
    }

    private void Tell(LiveChange news)
    {
        foreach (var page in _pages.Keys)
        {
            page.Writer.TryWrite(news);
        }
    }

    private void Forget()
    {
        var old = clock.GetUtcNow().UtcDateTime - OwnNews;
        foreach (var (row, at) in _own)
        {
            if (at < old)
            {
                _own.TryRemove(row, out _);
            }
        }
    }
}
