using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Visits;

internal sealed class SiteVisitRepository(SaleAutoDbContext db, IUnitOfWork unitOfWork) : ISiteVisitRepository
{
    public async Task AddAsync(IReadOnlyCollection<VisitCount> counts, CancellationToken cancellationToken) => await unitOfWork.ExecuteAsync(
        async token =>
        {
            await unitOfWork.TakeTurnAsync("site-visits", token); // or several nodes would each name the last campaigns of a day
            foreach (var day in counts.GroupBy(x => x.Day))
            {
                foreach (var count in await WithinTheLimitAsync(day, token))
                {
                    await AddAsync(count, token);
                }
            }
            return true;
        },
        cancellationToken);

    private async Task<IEnumerable<VisitCount>> WithinTheLimitAsync(IGrouping<DateOnly, VisitCount> day, CancellationToken cancellationToken)
    {
        var known = await db.Set<SiteVisits>().Where(x => x.Day == day.Key).Select(x => x.Campaign).ToHashSetAsync(cancellationToken);
        foreach (var count in day.Where(x => !known.Contains(x.Campaign)).OrderByDescending(x => x.Visits).Take(VisitConsts.MaxCampaignsPerDay - known.Count).ToList())
        {
            known.Add(count.Campaign);
        }
        return day.GroupBy(x => known.Contains(x.Campaign) || x.Campaign == VisitConsts.NoCampaign ? x.Campaign : VisitConsts.OtherCampaigns)
            .Select(x => new VisitCount(day.Key, x.Key, x.Sum(count => count.Visits)));
    }

    // The same on both databases.
    private Task<int> AddAsync(VisitCount count, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "SiteVisits" ("Day", "Campaign", "Visits") VALUES ({count.Day}, {count.Campaign}, {count.Visits})
        ON CONFLICT ("Day", "Campaign") DO UPDATE SET "Visits" = "SiteVisits"."Visits" + excluded."Visits"
        """,
        cancellationToken);
}
