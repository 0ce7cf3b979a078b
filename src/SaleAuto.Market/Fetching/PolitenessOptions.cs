namespace SaleAuto.Market;

/// <summary>How gently one site is asked.</summary>
public sealed record PolitenessOptions
{
    /// <summary>Pause between the starts of two requests to a host; a longer crawl-delay of its robots.txt wins.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Requests to a host at the same time.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>Pages of results read for one query.</summary>
    public int MaxPages { get; init; } = 3;

    /// <summary>Time for one request with its whole answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Largest page in bytes, unpacked; a larger one is cut off and counts as a failure.</summary>
    public int MaxPageBytes { get; init; } = 6 * 1024 * 1024;

    /// <summary>Further tries after a passing failure.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Pause before the first further try; it grows, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests within a minute, at least half of them failed, after which the host is left alone.</summary>
    public int BreakerRequests { get; init; } = 6;

    /// <summary>How long it is then left alone before one request tries again.</summary>
    public TimeSpan BreakerPause { get; init; } = TimeSpan.FromMinutes(1);
}
