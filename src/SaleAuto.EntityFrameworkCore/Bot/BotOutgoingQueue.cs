using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Bot;

/// <summary>The table of what the bot has to say as a queue of many consumers.</summary>
internal sealed class BotOutgoingQueue(SaleAutoDbContext db, IDatabaseDialect dialect) : IBotOutgoingQueue
{
    public async Task AddAsync(BotOutgoing outgoing, CancellationToken cancellationToken)
    {
        if (outgoing.Question is { } question)
        {
            // A row that a sender holds is left alone: it is on its way.
            await db.Set<BotOutgoing>()
                .Where(x => x.ChatId == outgoing.ChatId && x.Question == question && x.Status == BotOutgoingStatus.Waiting && x.ClaimToken == null)
                .ExecuteDeleteAsync(cancellationToken);
        }
        db.Add(outgoing);
    }

    public async Task<IReadOnlyList<BotOutgoing>> ClaimAsync(int count, DateTime now, DateTime until, CancellationToken cancellationToken)
    {
        var sql = $$"""
            WITH "Due" AS MATERIALIZED (
                SELECT o."Id" FROM "BotOutgoing" AS o
                WHERE o."Status" = 'Waiting' AND o."DueAt" <= {1} AND (o."ClaimedUntil" IS NULL OR o."ClaimedUntil" <= {1})
                AND o."Id" = (
                    SELECT e."Id" FROM "BotOutgoing" AS e WHERE e."Status" = 'Waiting' AND e."ChatId" = o."ChatId"
                    ORDER BY e."UpdateId", e."Part" LIMIT 1)
                ORDER BY o."DueAt", o."Id" LIMIT {3} {{dialect.SkipLocked}})
            UPDATE "BotOutgoing" SET "ClaimToken" = {0}, "ClaimedUntil" = {2}, "Attempts" = "Attempts" + 1
            WHERE "Id" IN (SELECT "Id" FROM "Due") RETURNING *
            """;
        return await db.Set<BotOutgoing>().FromSqlRaw(sql, Guid.NewGuid(), now, until, count).AsNoTracking().ToListAsync(cancellationToken);
    }

    public Task RenewAsync(BotOutgoing claimed, DateTime until, CancellationToken cancellationToken) => db.Set<BotOutgoing>()
        .Where(x => x.Id == claimed.Id && x.ClaimToken == claimed.ClaimToken)
        .ExecuteUpdateAsync(set => set.SetProperty(x => x.ClaimedUntil, until), cancellationToken);

    public async Task<bool> CompleteAsync(BotOutgoing claimed, Action<BotOutgoing> outcome, CancellationToken cancellationToken)
    {
        db.Attach(claimed);
        outcome(claimed);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
