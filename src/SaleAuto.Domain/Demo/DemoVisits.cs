using SaleAuto.Visits;

namespace SaleAuto.Demo;

/// <summary>Visits of the public site in the last two months, so that the way from the visit to the profit has its first step. The same every time.</summary>
public static class DemoVisits
{
    private const int Days = 60;

    private static readonly (string Campaign, int Usual)[] Campaigns = [(VisitConsts.NoCampaign, 34), ("yandex", 21), ("avito", 6)];

    /// <summary>Visits up to a day of the company's time zone.</summary>
    public static IEnumerable<VisitCount> Tell(DateOnly today)
    {
        var random = new Random(20261124);
        for (var day = today.AddDays(1 - Days); day <= today; day = day.AddDays(1))
        {
            foreach (var (campaign, usual) in Campaigns)
            {
                var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 2 : 3;
                yield return new VisitCount(day, campaign, (usual * weekend / 3) + random.Next(1 + (usual / 3)));
            }
        }
    }
}
