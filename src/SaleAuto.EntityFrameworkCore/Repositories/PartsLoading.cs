using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SaleAuto.Repositories;

/// <summary>Loads the parts of an aggregate that was found without them.</summary>
internal static class PartsLoading
{
    /// <summary>Loads every collection that is not there yet; a new aggregate has all of its parts.</summary>
    public static async Task LoadPartsAsync(this EntityEntry aggregate, CancellationToken cancellationToken)
    {
        foreach (var parts in aggregate.Collections.Where(x => !x.IsLoaded && aggregate.State != EntityState.Added))
        {
            await parts.LoadAsync(cancellationToken);
        }
    }
}
