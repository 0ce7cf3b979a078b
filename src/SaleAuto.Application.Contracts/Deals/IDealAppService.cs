namespace SaleAuto.Deals;

/// <summary>Planned meetings as managers handle them.</summary>
public interface IDealAppService
{
    /// <summary>The sellers' day: who is free when; the best suited first (free at the wished time, fewest meetings that day).</summary>
    Task<SellerDaysDto> GetSellerDaysAsync(SellerDayInput input, CancellationToken cancellationToken);

    /// <summary>Gives a meeting another time or place; client and seller are told.</summary>
    /// <exception cref="Errors.BusinessException">The seller is busy, the time has passed, or the deal has moved on.</exception>
    Task RescheduleAsync(Guid dealId, MeetingInput input, CancellationToken cancellationToken);

    /// <summary>Gives a meeting another time or place, named by its moment; the time zone of the place stays.</summary>
    /// <exception cref="Errors.BusinessException">The seller is busy, the time has passed, or the deal has moved on.</exception>
    Task MoveAsync(Guid dealId, MoveDealInput input, CancellationToken cancellationToken);

    /// <summary>Gives a meeting to another seller; both are told.</summary>
    /// <exception cref="Errors.BusinessException">That seller is busy, or the deal has moved on.</exception>
    Task ReassignAsync(Guid dealId, ReassignDealInput input, CancellationToken cancellationToken);

    /// <summary>The client refused: the lead goes back to calling.</summary>
    Task CancelAsync(Guid dealId, CancelDealInput input, CancellationToken cancellationToken);
}

/// <summary>A day of all sellers, by the clocks of the place.</summary>
/// <param name="Date">The day.</param>
/// <param name="TimeZone">IANA name of the zone that the times are in.</param>
/// <param name="Minutes">How long the seller is needed.</param>
/// <param name="OpensAt">Earliest start.</param>
/// <param name="ClosesAt">Latest end.</param>
/// <param name="Sellers">Best suited first.</param>
public sealed record SellerDaysDto(DateOnly Date, string TimeZone, int Minutes, TimeOnly OpensAt, TimeOnly ClosesAt, IReadOnlyList<SellerDayDto> Sellers);

/// <summary>A seller's day.</summary>
/// <param name="SellerId">The seller.</param>
/// <param name="Name">Full name.</param>
/// <param name="IsFree">Free at the wished time; null when none was named.</param>
/// <param name="Busy">Meetings of the day.</param>
/// <param name="Free">Times long enough for a meeting.</param>
public sealed record SellerDayDto(Guid SellerId, string Name, bool? IsFree, IReadOnlyList<BusyTimeDto> Busy, IReadOnlyList<FreeTimeDto> Free);

/// <summary>Time kept for a deal.</summary>
public sealed record BusyTimeDto(string DealNumber, TimeOnly From, TimeOnly To);

/// <summary>Time in which a meeting may take place.</summary>
public sealed record FreeTimeDto(TimeOnly From, TimeOnly To);
