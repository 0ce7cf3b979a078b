namespace SaleAuto.Permissions;

/// <summary>What one staff member may do, as it stands now. Immutable, shared between requests.</summary>
public sealed class StaffAccess
{
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _byRole;
    private readonly IReadOnlySet<string> _ownGrants;
    private readonly IReadOnlySet<string> _ownDenials;
    private readonly bool _isUnlimited;
    private readonly IReadOnlySet<string>? _limit;

    /// <summary>Puts together what the roles grant and what is granted or denied to the person.</summary>
    /// <param name="staffId">The person.</param>
    /// <param name="byRole">Permissions of each role that the person has.</param>
    /// <param name="ownGrants">Permissions granted to the person directly.</param>
    /// <param name="ownDenials">Permissions taken from the person, whatever the roles say.</param>
    /// <param name="isUnlimited">Whether everything is allowed: the administrator role.</param>
    public StaffAccess(
        Guid? staffId,
        IReadOnlyDictionary<string, IReadOnlySet<string>> byRole,
        IReadOnlySet<string>? ownGrants = null,
        IReadOnlySet<string>? ownDenials = null,
        bool isUnlimited = false)
    {
        StaffId = staffId;
        _byRole = byRole;
        _ownGrants = ownGrants ?? new HashSet<string>();
        _ownDenials = ownDenials ?? new HashSet<string>();
        _isUnlimited = isUnlimited;
        Roles = [.. byRole.Keys];
    }

    private StaffAccess(StaffAccess whole, IReadOnlySet<string> limit)
        : this(whole.StaffId, whole._byRole, whole._ownGrants, whole._ownDenials, whole._isUnlimited) => _limit = limit;

    /// <summary>Nobody: every permission is refused.</summary>
    public static StaffAccess Nobody { get; } = new(null, new Dictionary<string, IReadOnlySet<string>>());

    /// <summary>The program itself (workers, seeding): everything is allowed, no row is hidden.</summary>
    public static StaffAccess Program { get; } = new(null, new Dictionary<string, IReadOnlySet<string>>(), isUnlimited: true);

    /// <summary>The person; null for nobody and for the program.</summary>
    public Guid? StaffId { get; }

    /// <summary>The person's roles.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>Whether nothing is hidden from the person, neither rows nor fields.</summary>
    public bool IsUnlimited => _isUnlimited && _limit is null;

    /// <summary>Whether the person has the permission.</summary>
    public bool Has(string permission) => _limit?.Contains(permission) != false
        && (_isUnlimited
            || (!_ownDenials.Contains(permission) && (_ownGrants.Contains(permission) || _byRole.Values.Any(x => x.Contains(permission)))));

    /// <summary>The person's roles that grant the permission.</summary>
    public IEnumerable<string> RolesWith(string permission) => _limit?.Contains(permission) == false
        ? []
        : _byRole.Where(x => _isUnlimited || x.Value.Contains(permission)).Select(x => x.Key);

    /// <summary>The same person with no more than these permissions: what a personal access token lets through. Nothing is unlimited any more.</summary>
    public StaffAccess LimitTo(IReadOnlySet<string> permissions) => new(this, permissions);

    /// <summary>Passes when the person has the permission.</summary>
    /// <exception cref="Errors.AuthorizationException">The permission is missing, or nobody is signed in.</exception>
    public void Require(string permission)
    {
        if (!Has(permission))
        {
            throw new Errors.AuthorizationException(StaffId is null ? null : permission);
        }
    }
}

/// <summary>Tells what the person of the current request may do. Answers from memory; a change of grants, roles or accounts counts at once on this node.</summary>
public interface IStaffAccessProvider
{
    /// <summary>Access of the person on whose behalf the current work is done; <see cref="StaffAccess.Nobody"/> for clients, visitors and disabled accounts.</summary>
    ValueTask<StaffAccess> GetAsync(CancellationToken cancellationToken);

    /// <summary>Access of any staff member, for "see as this user" and for work done later on somebody's behalf.</summary>
    ValueTask<StaffAccess> GetAsync(Guid staffId, CancellationToken cancellationToken);
}

/// <summary>Asks what the person may do and refuses at once.</summary>
public static class StaffAccessProviderExtensions
{
    /// <summary>Access of the person on whose behalf the current work is done, when it holds the permission.</summary>
    /// <exception cref="Errors.AuthorizationException">The permission is missing, or nobody is signed in.</exception>
    public static async ValueTask<StaffAccess> RequireAsync(this IStaffAccessProvider provider, string permission, CancellationToken cancellationToken)
    {
        var access = await provider.GetAsync(cancellationToken);
        access.Require(permission);
        return access;
    }
}
