namespace SaleAuto.Deals;

/// <summary>Purchase contracts that are generated and signed electronically. Without one the seller brings pictures of the signed paper.</summary>
public interface IElectronicContracts
{
    /// <summary>Whether the contract of that deal was signed so, over the agreed price.</summary>
    Task<bool> IsSignedAsync(Guid dealId, CancellationToken cancellationToken);
}
