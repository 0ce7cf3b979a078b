namespace SaleAuto.Deals;

/// <summary>Where no contracts are generated: all are signed on paper.</summary>
internal sealed class PaperContractsOnly : IElectronicContracts
{
    public Task<bool> IsSignedAsync(Guid dealId, CancellationToken cancellationToken) => Task.FromResult(false);
}
