namespace SaleAuto.Visits;

/// <summary>Visits of the public site, counted by day and campaign. Who came is kept nowhere.</summary>
public interface ISiteVisitRepository
{
    /// <summary>Adds to what is counted already; campaigns above <see cref="VisitConsts.MaxCampaignsPerDay"/> of a day are counted together.</summary>
    /// <param name="counts">At most one of each day and campaign.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task AddAsync(IReadOnlyCollection<VisitCount> counts, CancellationToken cancellationToken);
}

/// <summary>Visits of a day.</summary>
/// <param name="Day">Day of the company's time zone.</param>
/// <param name="Campaign">See <see cref="CampaignName"/>.</param>
/// <param name="Visits">How many.</param>
public sealed record VisitCount(DateOnly Day, string Campaign, int Visits);
