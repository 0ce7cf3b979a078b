using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Repositories;

/// <summary>Hears what other nodes committed to rows that this one keeps in memory.</summary>
public sealed class OtherNodes(IServiceScopeFactory scopes, IEnumerable<IRowChangeListener> listeners, TimeProvider clock)
{
    // Longer than any transaction lasts and any two clocks differ: rows become visible at their commit, not in the order of their times.
    private static readonly TimeSpan LookBack = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan KeepTime = TimeSpan.FromHours(1);

    private HashSet<Guid> _heard = [];
    private DateTime _nextCleanup;

    /// <summary>Passes on what was not heard yet; one small query.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var from = now - LookBack;
        var recent = await db.Set<CachedRowChange>().AsNoTracking().Where(x => x.At > from).ToListAsync(cancellationToken);
        Tell(db, [.. recent.Where(x => !_heard.Contains(x.Id))]);
        _heard = [.. recent.Select(x => x.Id)];
        if (now >= _nextCleanup)
        {
            _nextCleanup = now + KeepTime;
            var old = now - KeepTime;
            await db.Set<CachedRowChange>().Where(x => x.At < old).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private void Tell(SaleAutoDbContext db, List<CachedRowChange> fresh)
    {
        if (fresh.Count == 0)
        {
            return;
        }
        var types = db.Model.GetEntityTypes().Select(x => x.ClrType).ToLookup(x => x.Name);
        var changes = fresh.SelectMany(x => types[x.EntityType].Select(type => new RowChange(type, x.RowId, x.Kind))).ToList();
        foreach (var listener in listeners)
        {
            listener.OnCommitted(changes);
        }
    }
}
