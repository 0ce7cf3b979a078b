using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SaleAuto.Conventions;

namespace SaleAuto.Searching;

/// <summary>Keeps the search text of rows that are about to be saved.</summary>
internal static class SearchTextWriter
{
    public static void Write(ChangeTracker tracker, IEnumerable<ISearchTextSource> sources)
    {
        if (sources.FirstOrDefault() is not { } source)
        {
            return;
        }
        foreach (var entry in tracker.Entries<ISearchable>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                var text = source.TextOf(entry.Entity);
                entry.Property(ModelConventions.SearchTextColumn).CurrentValue = text?.Length > SearchText.MaxLength ? text[..SearchText.MaxLength] : text;
                if (entry.Entity is IGuardedSearchable)
                {
                    entry.Property(ModelConventions.GuardedSearchTextColumn).CurrentValue = source.GuardedTextOf(entry.Entity);
                }
            }
        }
    }
}
