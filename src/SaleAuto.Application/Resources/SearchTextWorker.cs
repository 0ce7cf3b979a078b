using SaleAuto.LowCode;
using SaleAuto.Workers;

namespace SaleAuto.Resources;

/// <summary>Once after the start and then daily: rows without a search text get theirs.</summary>
public sealed class SearchTextWorker(SearchTextFiller filler) : IDueWorker
{
    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromDays(1);

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) => filler.FillAsync(cancellationToken);
}
