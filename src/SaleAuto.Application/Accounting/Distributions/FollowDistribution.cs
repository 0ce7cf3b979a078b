using SaleAuto.Events;
using SaleAuto.Resales;

namespace SaleAuto.Accounting.Distributions;

/// <summary>A car whose money came gets its distribution computed, for the owner to look at.</summary>
internal sealed class ComputeDistributionOnResaleReceived(DistributionManager distributions) : ILocalEventHandler<ResaleReceivedEvent>
{
    public Task HandleEventAsync(ResaleReceivedEvent received, CancellationToken cancellationToken) =>
        distributions.ComputeIfPossibleAsync(received.ResaleId, cancellationToken);
}

/// <summary>The books follow what the owner approved or took back.</summary>
internal sealed class PostDistribution(IDistributionRepository distributions, Ledger ledger) :
    ILocalEventHandler<DistributionApprovedEvent>,
    ILocalEventHandler<DistributionReversedEvent>
{
    public Task HandleEventAsync(DistributionApprovedEvent approved, CancellationToken cancellationToken) =>
        SettleAsync(approved.DistributionId, null, cancellationToken);

    public Task HandleEventAsync(DistributionReversedEvent reversed, CancellationToken cancellationToken) =>
        SettleAsync(reversed.DistributionId, reversed.Reason, cancellationToken);

    private async Task SettleAsync(Guid id, string? reason, CancellationToken cancellationToken)
    {
        var distribution = await distributions.GetWholeAsync(id, cancellationToken);
        await ledger.SettleAsync(new LedgerDocument(LedgerDocumentType.Distribution, id), distribution.Postings, reason, cancellationToken);
    }
}

/// <summary>The resale says whether its profit is shared out.</summary>
internal sealed class MarkResaleOnDistribution(IResaleRepository resales) :
    ILocalEventHandler<DistributionApprovedEvent>,
    ILocalEventHandler<DistributionReversedEvent>
{
    public async Task HandleEventAsync(DistributionApprovedEvent approved, CancellationToken cancellationToken) =>
        (await resales.GetAsync(approved.ResaleId, cancellationToken)).MarkDistributed();

    public async Task HandleEventAsync(DistributionReversedEvent reversed, CancellationToken cancellationToken) =>
        (await resales.GetAsync(reversed.ResaleId, cancellationToken)).UndoDistribution();
}
