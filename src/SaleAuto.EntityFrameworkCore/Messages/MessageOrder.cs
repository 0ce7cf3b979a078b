namespace SaleAuto.Messages;

/// <summary>Moments that only grow, so that messages keep the order in which this process wrote them.</summary>
internal sealed class MessageOrder(TimeProvider clock)
{
    private const long Step = TimeSpan.TicksPerMicrosecond; // what both databases keep

    private readonly Lock _lock = new();
    private long _last;

    public DateTime Next()
    {
        lock (_lock)
        {
            _last = Math.Max(clock.GetUtcNow().UtcTicks, _last + Step);
            return new DateTime(_last, DateTimeKind.Utc);
        }
    }
}
