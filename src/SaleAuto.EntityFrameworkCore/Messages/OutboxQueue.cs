using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Messages;

/// <summary>The outbox table as a queue of many consumers.</summary>
internal sealed class OutboxQueue(SaleAutoDbContext db, IDatabaseDialect dialect) : IOutboxQueue
{
    // Where only one writes at a time, a writer that has to wait sleeps long: the short marks take turns instead.
    private static readonly SemaphoreSlim _turn = new(1);

    public async Task<IReadOnlyList<OutgoingMessage>> ClaimAsync(int count, DateTime now, DateTime until, CancellationToken cancellationToken)
    {
        // One statement, so that no two nodes take the same row. The rows are chosen apart from the update,
        // or PostgreSQL might choose again, and more, for every row that it updates.
        var sql = $$"""
            WITH "Due" AS MATERIALIZED (
                SELECT m."Id" FROM "OutgoingMessages" AS m
                WHERE m."Status" = 'Pending' AND m."DueAt" <= {1} AND (m."ClaimedUntil" IS NULL OR m."ClaimedUntil" <= {1})
                AND NOT EXISTS (
                    SELECT 1 FROM "OutgoingMessages" AS e
                    WHERE e."Status" = 'Pending' AND e."Channel" = m."Channel" AND e."Recipient" = m."Recipient" AND e."Priority" <= m."Priority"
                    AND (e."CreatedAt" < m."CreatedAt" OR (e."CreatedAt" = m."CreatedAt" AND e."Id" < m."Id")))
                ORDER BY m."Priority", m."DueAt", m."Id" LIMIT {3} {{dialect.SkipLocked}})
            UPDATE "OutgoingMessages" SET "ClaimToken" = {0}, "ClaimedUntil" = {2}, "Attempts" = "Attempts" + 1
            WHERE "Id" IN (SELECT "Id" FROM "Due") RETURNING *
            """;
        var claimed = await db.Set<OutgoingMessage>().FromSqlRaw(sql, Guid.NewGuid(), now, until, count).AsNoTracking().ToListAsync(cancellationToken);
        return [.. claimed.OrderBy(m => m.Priority).ThenBy(m => m.DueAt).ThenBy(m => m.Id)];
    }

    public async Task<bool> CompleteAsync(OutgoingMessage claimed, Action<OutgoingMessage> outcome, CancellationToken cancellationToken)
    {
        db.Attach(claimed);
        outcome(claimed);
        var takesTurns = dialect.SkipLocked.Length == 0;
        if (takesTurns)
        {
            await _turn.WaitAsync(cancellationToken);
        }
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
            if (takesTurns)
            {
                _turn.Release();
            }
            db.ChangeTracker.Clear();
        }
    }
}
