using Microsoft.EntityFrameworkCore;
using SaleAuto.Searching;

namespace SaleAuto.LowCode;

/// <summary>Fills the search texts of rows that were written before their resource was searched, or without the program.</summary>
public sealed class SearchTextFiller(DbContext db, IResourceRegistry registry, ISearchTextSource texts)
{
    private const int Batch = 500;

    /// <summary>Fills what is empty, a batch at a time.</summary>
    /// <returns>How many rows were filled.</returns>
    public async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        var all = 0;
        foreach (var resource in registry.All.Where(r => r.CanSearch))
        {
            IReadOnlyList<Guid> filled;
            var last = Guid.Empty; // each batch goes on where the one before ended: a long table is walked through once
            do
            {
                filled = await resource.FillSearchTextsAsync(db, texts, last, Batch, cancellationToken);
                last = filled.Count > 0 ? filled[^1] : last;
                all += filled.Count;
            }
            while (filled.Count == Batch);
        }
        return all;
    }
}
