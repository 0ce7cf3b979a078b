namespace SaleAuto.Reports;

/// <summary>What clients were offered and what was paid in the end, by seller; one command.</summary>
public interface IOfferReportQuery
{
    /// <summary>Sellers by the number of purchases completed in the time, UTC, the end not included; at most 100 rows.</summary>
    Task<IReadOnlyList<OfferRow>> GetAsync(DateTime from, DateTime to, CancellationToken cancellationToken);
}

/// <summary>Purchases of one seller whose client had been offered a price.</summary>
/// <param name="SellerId">The seller.</param>
/// <param name="SellerName">The name.</param>
/// <param name="Deals">How many.</param>
/// <param name="Lowered">Of these, agreed under the offer.</param>
/// <param name="Offered">Sum of the offers' upper ends, roubles.</param>
/// <param name="Agreed">Sum of the agreed prices, roubles.</param>
public sealed record OfferRow(Guid SellerId, string SellerName, int Deals, int Lowered, decimal Offered, decimal Agreed);
