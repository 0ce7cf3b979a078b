using System.Collections.Concurrent;

namespace SaleAuto.LowCode;

/// <summary>How far the exports of this node are. Kept in memory: an export lives as long as its request.</summary>
internal sealed class ExportBoard(TimeProvider clock)
{
    private const int MostKept = 1000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();

    /// <summary>An export begins; null when it has no id or the id is taken.</summary>
    public Entry? Begin(Guid? id, Guid? staffId, long total)
    {
        Forget();
        var entry = new Entry(staffId, total, clock);
        return id is { } given && _entries.Count < MostKept && _entries.TryAdd(given, entry) ? entry : null;
    }

    /// <summary>How far the person's export is.</summary>
    public ExportProgress? Find(Guid id, Guid? staffId) =>
        _entries.TryGetValue(id, out var entry) && entry.StaffId == staffId ? new ExportProgress(entry.Written, entry.Total, entry.IsFinished) : null;

    private void Forget()
    {
        var before = clock.GetUtcNow() - KeptFor;
        foreach (var (id, entry) in _entries)
        {
            if (entry.ChangedAt < before)
            {
                _entries.TryRemove(id, out _);
            }
        }
    }

    /// <summary>One export.</summary>
    internal sealed class Entry(Guid? staffId, long total, TimeProvider clock)
    {
        private int _written;

        public Guid? StaffId => staffId;

        public long Total => total;

        public int Written => Volatile.Read(ref _written);

        public bool IsFinished { get; private set; }

        public DateTimeOffset ChangedAt { get; private set; } = clock.GetUtcNow();

        public void Advance(int written)
        {
            Volatile.Write(ref _written, written);
            ChangedAt = clock.GetUtcNow();
        }

        public void Finish() => IsFinished = true;
    }
}
