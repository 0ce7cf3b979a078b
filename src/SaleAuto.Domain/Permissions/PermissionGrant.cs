using SaleAuto.Auditing;
using SaleAuto.Entities;
using SaleAuto.Repositories;

namespace SaleAuto.Permissions;

/// <summary>A permission given to a role or a person, or taken from a person whatever the roles say.</summary>
public class PermissionGrant : Entity<Guid>, IAudited, ICachedRow
{
    private PermissionGrant()
    {
    } // EF Core

    /// <summary>Gives or takes a permission.</summary>
    public PermissionGrant(Guid id, PermissionHolder holder, string permission, bool isGranted)
        : base(id)
    {
        (HolderKind, HolderId) = holder;
        Permission = Check.NotNullOrWhiteSpace(permission, nameof(permission), PermissionConsts.MaxNameLength);
        Decide(isGranted);
    }

    /// <summary>A role or a person.</summary>
    public PermissionHolderKind HolderKind { get; private set; }

    /// <summary>The role or the staff member.</summary>
    public Guid HolderId { get; private set; }

    /// <summary>Full name of the permission.</summary>
    public string Permission { get; private set; } = "";

    /// <summary>Given; or else refused, which only a person can be.</summary>
    public bool IsGranted { get; private set; }

    /// <summary>Changes a person's grant into a refusal, or back.</summary>
    public void Decide(bool isGranted)
    {
        if (!isGranted && HolderKind == PermissionHolderKind.Role)
        {
            throw new ArgumentException("A role is not refused a permission: it just does not have it", nameof(isGranted));
        }
        IsGranted = isGranted;
    }
}

/// <summary>Remembers that the default roles of a permission were served once, so that taking it away from them survives a restart.</summary>
public class SeededPermission
{
    private SeededPermission()
    {
    } // EF Core

    /// <summary>The permission was given to its default roles.</summary>
    public SeededPermission(string permission, DateTime at) => (Permission, At) = (permission, at);

    /// <summary>Full name of the permission.</summary>
    public string Permission { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
