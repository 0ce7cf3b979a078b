using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Valuations;

internal sealed class ValuationRepository(SaleAutoDbContext db, IDatabaseDialect dialect) : EfRepository<Valuation>(db), IValuationRepository
{
    public async Task<Valuation?> FindByLeadAsync(Guid leadId, CancellationToken cancellationToken) =>
        Db.Set<Valuation>().Local.FirstOrDefault(x => x.LeadId == leadId)
        ?? await Db.Set<Valuation>().FirstOrDefaultAsync(x => x.LeadId == leadId, cancellationToken);

    public async Task<IReadOnlyList<Guid>> ClaimDueAsync(int most, DateTime now, TimeSpan lease, CancellationToken cancellationToken)
    {
        var sql = $$"""
            UPDATE "Valuations" SET "ClaimedUntil" = {0}, "Attempts" = "Attempts" + 1, "Version" = "Version" + 1
            WHERE "Id" IN (SELECT "Id" FROM "Valuations"
                WHERE "Status" = 'Pending' AND "DueAt" <= {1} AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" < {1})
                ORDER BY "DueAt", "Id" LIMIT {2} {{dialect.SkipLocked}})
            RETURNING "Id" AS "Value"
            """;
        return await Db.Database.SqlQueryRaw<Guid>(sql, now + lease, now, most).ToListAsync(cancellationToken);
    }
}
