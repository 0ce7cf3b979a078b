using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace SaleAuto.Market;

/// <summary>The way to one host: so many requests at once, so far apart, tried again after passing failures, and none while the host rests.</summary>
internal sealed class HostLane
{
    private readonly SemaphoreSlim _slots;
    private readonly ResiliencePipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private TimeSpan _delay;
    private DateTimeOffset _nextStart;
    private DateTimeOffset _restsUntil;

    public HostLane(PolitenessOptions politeness, TimeProvider time)
    {
        _time = time;
        _delay = politeness.Delay;
        _slots = new SemaphoreSlim(politeness.Concurrency);
        var passing = new PredicateBuilder().Handle<PassingFailureException>();
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (politeness.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = passing,
                MaxRetryAttempts = politeness.Retries,
                Delay = politeness.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            });
        }
        _pipeline = builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = passing,
            MinimumThroughput = politeness.BreakerRequests,
            FailureRatio = 0.5,
            SamplingDuration = TimeSpan.FromMinutes(1),
            BreakDuration = politeness.BreakerPause,
        }).Build();
    }

    /// <summary>Runs a request in its turn.</summary>
    public async Task<Reply> RunAsync(string source, Func<CancellationToken, Task<Reply>> request, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token =>
            {
                await _slots.WaitAsync(token);
                try
                {
                    ThrowIfResting(source);
                    await Task.Delay(TakeTurn(), _time, token);
                    return await request(token);
                }
                finally
                {
                    _slots.Release();
                }
            }, cancellationToken);
        }
        catch (BrokenCircuitException broken)
        {
            throw new SourceUnavailableException(source, "too many failures, the host is left alone for a while", broken);
        }
        catch (PassingFailureException failure)
        {
            throw new SourceUnavailableException(source, failure.Message, failure.InnerException);
        }
    }

    /// <summary>The host asked to be left alone until then.</summary>
    public void RestUntil(DateTimeOffset moment)
    {
        lock (_lock)
        {
            _restsUntil = moment > _restsUntil ? moment : _restsUntil;
        }
    }

    /// <summary>The host asks for longer pauses.</summary>
    public void SlowDown(TimeSpan delay)
    {
        lock (_lock)
        {
            _delay = delay > _delay ? delay : _delay;
        }
    }

    private void ThrowIfResting(string source)
    {
        lock (_lock)
        {
            if (_restsUntil > _time.GetUtcNow())
            {
                throw new SourceBlockedException(source, "the host asked to be left alone") { RetryAt = _restsUntil.UtcDateTime };
            }
        }
    }

    private TimeSpan TakeTurn()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            var start = _nextStart > now ? _nextStart : now;
            _nextStart = start + _delay;
            return start - now;
        }
    }
}

/// <summary>May be over at the next try: no connection, no answer in time, a server error.</summary>
internal sealed class PassingFailureException(string reason, Exception? inner = null) : Exception(reason, inner);
