using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Bot;

/// <summary>The table of updates as a queue of many consumers.</summary>
internal sealed class TelegramUpdateQueue(SaleAutoDbContext db, IDatabaseDialect dialect) : ITelegramUpdateQueue
{
    public async Task<int> AddMissingAsync(IReadOnlyList<TelegramUpdate> updates, CancellationToken cancellationToken)
    {
        var ids = updates.Select(x => x.Id).ToList();
        var known = await db.Set<TelegramUpdate>().Where(x => ids.Contains(x.Id)).Select(x => x.Id).ToListAsync(cancellationToken);
        var missing = updates.ExceptBy(known, x => x.Id).DistinctBy(x => x.Id).ToList();
        db.AddRange(missing);
        return missing.Count;
    }

    public async Task<IReadOnlyList<TelegramUpdate>> ClaimAsync(int count, DateTime now, DateTime until, CancellationToken cancellationToken)
    {
        // One statement, so that no two nodes take the same row; chosen apart from the update, or PostgreSQL might choose again for every row.
        var sql = $$"""
            WITH "Due" AS MATERIALIZED (
                SELECT u."Id" FROM "TelegramUpdates" AS u
                WHERE u."Status" = 'Waiting' AND u."DueAt" <= {1} AND (u."ClaimedUntil" IS NULL OR u."ClaimedUntil" <= {1})
                AND u."Id" = (SELECT MIN(e."Id") FROM "TelegramUpdates" AS e WHERE e."Status" = 'Waiting' AND e."ChatId" = u."ChatId")
                ORDER BY u."Id" LIMIT {3} {{dialect.SkipLocked}})
            UPDATE "TelegramUpdates" SET "ClaimToken" = {0}, "ClaimedUntil" = {2}, "Attempts" = "Attempts" + 1
            WHERE "Id" IN (SELECT "Id" FROM "Due") RETURNING *
            """;
        var claimed = await db.Set<TelegramUpdate>().FromSqlRaw(sql, Guid.NewGuid(), now, until, count).AsNoTracking().ToListAsync(cancellationToken);
        return [.. claimed.OrderBy(x => x.Id)];
    }

    public Task RenewAsync(TelegramUpdate claimed, DateTime until, CancellationToken cancellationToken) => db.Set<TelegramUpdate>()
        .Where(x => x.Id == claimed.Id && x.ClaimToken == claimed.ClaimToken)
        .ExecuteUpdateAsync(set => set.SetProperty(x => x.ClaimedUntil, until), cancellationToken);

    public Task<TelegramUpdate?> FindClaimedAsync(long id, Guid claim, CancellationToken cancellationToken) => db.Set<TelegramUpdate>()
        .FirstOrDefaultAsync(x => x.Id == id && x.ClaimToken == claim && x.Status == TelegramUpdateStatus.Waiting, cancellationToken);

    public async Task<int> DeleteHandledBeforeAsync(DateTime moment, CancellationToken cancellationToken) =>
        await db.Set<TelegramUpdate>().Where(x => x.HandledAt < moment).ExecuteDeleteAsync(cancellationToken)
        + await db.Set<BotOutgoing>().Where(x => x.DoneAt < moment).ExecuteDeleteAsync(cancellationToken);
}
