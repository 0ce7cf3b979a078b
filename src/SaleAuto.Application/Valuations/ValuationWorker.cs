using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Workers;

namespace SaleAuto.Valuations;

/// <summary>Values the leads that wait for a price, several at a time, each in a scope of its own.</summary>
public sealed class ValuationWorker(IServiceScopeFactory scopes, TimeProvider clock) : IDueWorker
{
    private const int AtOnce = 4;

    // Longer than the slowest lookup (two minutes, domain facts 6) and the search together.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await ClaimAsync(cancellationToken) is { Count: > 0 } claimed)
        {
            await Task.WhenAll(claimed.Select(id => ValueAsync(id, cancellationToken)));
        }
    }

    private async Task<IReadOnlyList<Guid>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IValuationRepository>()
            .ClaimDueAsync(AtOnce, clock.GetUtcNow().UtcDateTime, Lease, cancellationToken);
    }

    private async Task ValueAsync(Guid valuationId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LeadValuer>().ValueAsync(valuationId, cancellationToken);
    }
}
