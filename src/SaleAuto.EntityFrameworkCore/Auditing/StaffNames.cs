using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;
using SaleAuto.Staff;

namespace SaleAuto.Auditing;

/// <summary>Names of the staff, kept in memory so that an audit line costs no query.</summary>
public sealed class StaffNames : IRowChangeListener
{
    private readonly ConcurrentDictionary<Guid, string> _names = new();

    /// <summary>The person's full name, or null for an unknown id.</summary>
    public async ValueTask<string?> FindAsync(SaleAutoDbContext db, Guid staffId, CancellationToken cancellationToken)
    {
        if (_names.TryGetValue(staffId, out var known))
        {
            return known;
        }
        var name = await db.Users.Where(x => x.Id == staffId).Select(x => x.FullName).FirstOrDefaultAsync(cancellationToken);
        return name is null ? null : _names[staffId] = name;
    }

    /// <inheritdoc />
    public void OnCommitted(IReadOnlyList<RowChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.EntityType == typeof(StaffMember))
            {
                _names.TryRemove(change.Id, out _);
            }
        }
    }
}
