using Microsoft.EntityFrameworkCore;
using SaleAuto.Seeding;

namespace SaleAuto;

/// <summary>Brings the schema up to date and writes the rows that the program needs.</summary>
public sealed class DatabaseMigrator(SaleAutoDbContext db, IEnumerable<IDataSeedContributor> contributors)
{
    /// <summary>Applies what is missing; running it again changes nothing.</summary>
    /// <param name="withDemo">Whether to write demo rows too: Development only.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task MigrateAsync(bool withDemo, CancellationToken cancellationToken)
    {
        await db.Database.MigrateAsync(cancellationToken);
        foreach (var contributor in contributors.Where(c => withDemo || !c.IsDemo).OrderBy(c => c.Order))
        {
            await contributor.SeedAsync(cancellationToken);
        }
    }
}
