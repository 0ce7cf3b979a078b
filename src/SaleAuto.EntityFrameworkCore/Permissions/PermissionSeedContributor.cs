using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;
using SaleAuto.Seeding;

namespace SaleAuto.Permissions;

/// <summary>
/// Gives new permissions to their default roles, each once: what an owner takes away later stays away.
/// Every node does it at its start, because the migrator does not know the definitions.
/// </summary>
public sealed class PermissionSeedContributor(SaleAutoDbContext db, PermissionRegistry registry, IUnitOfWork unitOfWork, TimeProvider clock) : IDataSeedContributor
{
    /// <inheritdoc />
    public int Order => 10; // after the roles

    /// <inheritdoc />
    public bool IsDemo => false;

    /// <inheritdoc />
    public Task SeedAsync(CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async token =>
        {
            var seeded = await db.Set<SeededPermission>().Select(x => x.Permission).ToHashSetAsync(token);
            var fresh = registry.All.Where(x => !seeded.Contains(x.Name)).ToList();
            if (fresh.Count == 0)
            {
                return 0;
            }
            var roles = await db.Roles.ToDictionaryAsync(x => x.Name!, x => x.Id, token);
            var given = (await db.Set<PermissionGrant>().Where(x => x.HolderKind == PermissionHolderKind.Role).Select(x => new { x.HolderId, x.Permission }).ToListAsync(token)).ToHashSet();
            foreach (var definition in fresh)
            {
                db.Add(new SeededPermission(definition.Name, clock.GetUtcNow().UtcDateTime));
                foreach (var roleId in definition.DefaultRoles.Where(roles.ContainsKey).Select(x => roles[x]))
                {
                    if (!given.Contains(new { HolderId = roleId, Permission = definition.Name }))
                    {
                        db.Add(new PermissionGrant(Guid.CreateVersion7(), new PermissionHolder(PermissionHolderKind.Role, roleId), definition.Name, isGranted: true));
                    }
                }
            }
            return fresh.Count;
        },
        cancellationToken);
}
