using SaleAuto.Repositories;

namespace SaleAuto.Permissions;

/// <summary>Grants of roles and persons.</summary>
public interface IPermissionGrantRepository : IRepository<PermissionGrant>
{
    /// <summary>Grants of these roles and persons.</summary>
    Task<IReadOnlyList<PermissionGrant>> GetListAsync(IReadOnlyCollection<Guid> holders, CancellationToken cancellationToken);
}
