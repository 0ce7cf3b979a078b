using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SaleAuto.Repositories;

namespace SaleAuto.Market;

/// <summary>Reads and writes snapshots and health records, in a scope of its own: what a source did is true whatever becomes of the caller's work.</summary>
internal sealed partial class MarketRecords(
    IServiceScopeFactory scopes,
    IOptions<MarketOptions> options,
    TimeProvider time,
    ILogger<MarketRecords> log)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Answers that are still fresh, by source.</summary>
    public async Task<IReadOnlyDictionary<string, SourceAnswer>> GetFreshAsync(MarketQuery query, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var snapshots = await scope.ServiceProvider.GetRequiredService<IMarketSnapshotRepository>().GetListAsync(query, cancellationToken);
        return snapshots.Where(snapshot => snapshot.IsFresh(Now, options.Value.CacheAge))
            .ToDictionary(snapshot => snapshot.Source, snapshot => new SourceAnswer(snapshot.Source, snapshot.Listings, null));
    }

    /// <summary>Until when sources want to be left alone, those that do.</summary>
    public async Task<IReadOnlyDictionary<string, DateTime>> GetBlockedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var records = await scope.ServiceProvider.GetRequiredService<IMarketSourceHealthRepository>().GetListAsync(cancellationToken);
        return records.Where(health => health.IsBlocked(Now)).ToDictionary(health => health.Source, health => health.BlockedUntil!.Value);
    }

    /// <summary>Keeps the answers and what they say about the health of their sources.</summary>
    public async Task KeepAsync(MarketQuery query, IReadOnlyList<SourceAnswer> answers, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var snapshots = scope.ServiceProvider.GetRequiredService<IMarketSnapshotRepository>();
        var healths = scope.ServiceProvider.GetRequiredService<IMarketSourceHealthRepository>();
        var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await unitOfWork.ExecuteAsync(async token =>
        {
            var oldSnapshots = (await snapshots.GetListAsync(query, token)).ToDictionary(snapshot => snapshot.Source);
            var oldHealths = (await healths.GetListAsync(token)).ToDictionary(health => health.Source);
            foreach (var answer in answers)
            {
                Keep(snapshots, oldSnapshots.GetValueOrDefault(answer.Source), query, answer);
                Record(healths, oldHealths.GetValueOrDefault(answer.Source), answer);
            }
            await unitOfWork.SaveChangesAsync(token);
            return true;
        }, cancellationToken);
        await snapshots.DeleteTakenBeforeAsync(Now - options.Value.CacheAge, cancellationToken);
    }

    private void Keep(IMarketSnapshotRepository snapshots, MarketSnapshot? old, MarketQuery query, SourceAnswer answer)
    {
        if (answer.Failure is not null)
        {
            return; // half an answer is used once, but not kept
        }
        if (old is null)
        {
            snapshots.Insert(new MarketSnapshot(Guid.CreateVersion7(), answer.Source, query, answer.Listings, Now));
        }
        else
        {
            old.Renew(answer.Listings, Now);
        }
    }

    private void Record(IMarketSourceHealthRepository healths, MarketSourceHealth? old, SourceAnswer answer)
    {
        var health = old ?? new MarketSourceHealth(Guid.CreateVersion7(), answer.Source);
        if (old is null)
        {
            healths.Insert(health);
        }
        var wasDrifting = health.DriftingSince is not null;
        if (answer.Failure is null)
        {
            health.RecordAnswer(answer.Listings, Now);
        }
        else
        {
            health.RecordFailure(answer.Failure, Now);
        }
        if (!wasDrifting && health.DriftingSince is not null)
        {
            LogDrift(answer.Source, string.Join(", ", health.DriftingFields));
        }
    }

    [LoggerMessage(LogLevel.Warning, "Market source {Source} no longer shows {Fields}")]
    private partial void LogDrift(string source, string fields);
}
