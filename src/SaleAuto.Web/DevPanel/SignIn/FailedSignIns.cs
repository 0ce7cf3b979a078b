using System.Threading.RateLimiting;

namespace SaleAuto.DevPanel;

/// <summary>Wrong passwords of each network on this node; after ten within five minutes it has to wait.</summary>
internal sealed class FailedSignIns : IDisposable
{
    /// <summary>How long failures are remembered.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int Most = 10;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetFixedWindowLimiter(network, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = Window }));

    /// <summary>Remembers a failure.</summary>
    public void Count(string network) => _limiter.AttemptAcquire(network).Dispose();

    /// <summary>Whether the network failed too often.</summary>
    public bool MustWait(string network) => _limiter.GetStatistics(network)?.CurrentAvailablePermits <= 0;

    public void Dispose() => _limiter.Dispose();
}
