using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Seeding;

namespace SaleAuto.Staff;

/// <summary>The roles that the program is delivered with.</summary>
internal sealed class RoleSeedContributor(SaleAutoDbContext db, ILookupNormalizer normalizer) : IDataSeedContributor
{
    public int Order => 0;

    public bool IsDemo => false;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await db.Roles.Select(r => r.Name).ToListAsync(cancellationToken);
        foreach (var name in StaffRoles.All.Except(known))
        {
            db.Roles.Add(new IdentityRole<Guid>(name!) { Id = Guid.CreateVersion7(), NormalizedName = normalizer.NormalizeName(name) });
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
