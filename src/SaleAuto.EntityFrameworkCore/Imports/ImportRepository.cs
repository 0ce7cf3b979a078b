using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Imports;

internal sealed class ImportRepository(SaleAutoDbContext db, IDatabaseDialect dialect) : EfRepository<ImportJob>(db), IImportRepository
{
    public async Task<Guid?> ClaimAsync(DateTime now, TimeSpan lease, CancellationToken cancellationToken)
    {
        var sql = $$"""
            UPDATE "Imports" SET "ClaimedUntil" = {0}, "Version" = "Version" + 1
            WHERE "Id" IN (SELECT "Id" FROM "Imports"
                WHERE "Status" IN ('Checking', 'Importing') AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" < {1})
                ORDER BY "UploadedAt", "Id" LIMIT 1 {{dialect.SkipLocked}})
            RETURNING "Id" AS "Value"
            """;
        var claimed = await Db.Database.SqlQueryRaw<Guid>(sql, now + lease, now).ToListAsync(cancellationToken);
        return claimed.Count == 0 ? null : claimed[0];
    }

    public async Task<IReadOnlyList<ImportJob>> FindOwnAsync(Guid ownerId, string resource, int most, CancellationToken cancellationToken) =>
        await Db.Set<ImportJob>().AsNoTracking().Where(x => x.OwnerId == ownerId && x.Resource == resource)
            .OrderByDescending(x => x.UploadedAt).Take(most).ToListAsync(cancellationToken);

    public void Insert(ImportFault fault) => Db.Add(fault);

    public async Task<IReadOnlyList<ImportFault>> GetFaultsAsync(Guid importId, int afterRow, int most, CancellationToken cancellationToken)
    {
        var faults = Db.Set<ImportFault>().AsNoTracking().Where(x => x.ImportId == importId && x.Row > afterRow);
        var page = await faults.OrderBy(x => x.Row).ThenBy(x => x.Id).Take(most).ToListAsync(cancellationToken);
        if (page.Count == most && page[^1].Row is var last && page[0].Row < last)
        {
            page.RemoveAll(x => x.Row == last); // the next page begins with the whole row
        }
        return page;
    }

    public Task DeleteFaultsAsync(Guid importId, CancellationToken cancellationToken) =>
        Db.Set<ImportFault>().Where(x => x.ImportId == importId).ExecuteDeleteAsync(cancellationToken);

    public async Task<IReadOnlyList<ImportJob>> FindOldAsync(DateTime uploadedBefore, int most, CancellationToken cancellationToken) =>
        await Db.Set<ImportJob>().Where(x => x.UploadedAt < uploadedBefore && x.ClaimedUntil == null)
            .OrderBy(x => x.UploadedAt).Take(most).ToListAsync(cancellationToken);
}
