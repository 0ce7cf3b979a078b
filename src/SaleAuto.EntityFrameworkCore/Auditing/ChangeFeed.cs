using Microsoft.EntityFrameworkCore;

namespace SaleAuto.Auditing;

internal sealed class ChangeFeed(SaleAutoDbContext db) : IChangeFeed
{
    private const int Most = 500;

    public async Task<IReadOnlyList<FeedChange>> ReadAsync(DateTime since, CancellationToken cancellationToken) =>
        await db.Set<AuditEntry>().AsNoTracking()
            .Where(x => x.At > since && x.TargetType != null && x.TargetId != null)
            .OrderByDescending(x => x.At)
            .Take(Most)
            .Select(x => new FeedChange(x.Id, x.At, x.TargetType!, x.TargetId!.Value, x.Action == AuditActions.Created))
            .ToListAsync(cancellationToken);
}
