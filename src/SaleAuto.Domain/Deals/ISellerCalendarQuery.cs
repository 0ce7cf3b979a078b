namespace SaleAuto.Deals;

/// <summary>Who of the sellers is busy when.</summary>
public interface ISellerCalendarQuery
{
    /// <summary>Every active seller with the open deals that fall into the time, by name; two commands.</summary>
    Task<IReadOnlyList<SellerCalendarRow>> GetAsync(DateTime from, DateTime to, CancellationToken cancellationToken);
}

/// <summary>A seller's time.</summary>
public sealed record SellerCalendarRow(Guid SellerId, string SellerName, IReadOnlyList<BusyRow> Busy);

/// <summary>Time kept for a deal, UTC.</summary>
public sealed record BusyRow(Guid DealId, string DealNumber, DateTime StartsAt, DateTime EndsAt);
