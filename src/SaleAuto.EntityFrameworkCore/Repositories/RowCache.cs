using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Entities;

namespace SaleAuto.Repositories;

/// <summary>Keeps single rows of one type in memory, by a key of theirs, until a commit of any node touches them.</summary>
internal abstract class RowCache<TKey, TRow>(IServiceScopeFactory scopes) : IRowChangeListener
    where TKey : notnull
    where TRow : Entity<Guid>
{
    private const int MostRows = 10_000;

    private readonly ConcurrentDictionary<TKey, TRow> _rows = new();
    private readonly ConcurrentDictionary<Guid, long> _noted = new();
    private readonly Lock _lock = new();
    private long _generation;

    public async ValueTask<TRow?> FindAsync(TKey key, CancellationToken cancellationToken)
    {
        if (_rows.TryGetValue(key, out var known))
        {
            return known;
        }
        var generation = Interlocked.Read(ref _generation);
        await using var scope = scopes.CreateAsyncScope();
        var row = await LoadAsync(scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Set<TRow>().AsNoTracking(), key, cancellationToken);
        lock (_lock)
        {
            if (row is not null && generation == _generation)
            {
                if (_rows.Count >= MostRows)
                {
                    _rows.Clear(); // far more than people at work: cheaper to read again than to count uses
                }
                _rows[key] = row;
            }
        }
        return row;
    }

    public void OnCommitted(IReadOnlyList<RowChange> changes)
    {
        if (changes.All(x => x.EntityType != typeof(TRow)))
        {
            return;
        }
        var ids = changes.Where(x => x.EntityType == typeof(TRow)).Select(x => x.Id).ToHashSet();
        lock (_lock)
        {
            _generation++;
            foreach (var (key, row) in _rows)
            {
                if (ids.Contains(row.Id))
                {
                    _rows.TryRemove(key, out _);
                }
            }
        }
    }

    /// <summary>Writes a moment of use, unless it was written within the pause. The statement is not announced: nothing else changes.</summary>
    protected async ValueTask NoteAsync(
        TRow row,
        DateTime now,
        TimeSpan pause,
        Func<IQueryable<TRow>, CancellationToken, Task> write,
        CancellationToken cancellationToken)
    {
        var due = _noted.GetOrAdd(row.Id, 0);
        if (now.Ticks < due || !_noted.TryUpdate(row.Id, (now + pause).Ticks, due))
        {
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        await write(scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Set<TRow>().Where(x => x.Id == row.Id), cancellationToken);
    }

    /// <summary>Reads one row.</summary>
    protected abstract Task<TRow?> LoadAsync(IQueryable<TRow> rows, TKey key, CancellationToken cancellationToken);
}
