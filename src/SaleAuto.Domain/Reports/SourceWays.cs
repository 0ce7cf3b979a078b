using SaleAuto.Leads;
using SaleAuto.Visits;

namespace SaleAuto.Reports;

/// <summary>Brings visits, requests and money of one source together.</summary>
public static class SourceWays
{
    /// <summary>Most campaigns with a row of their own.</summary>
    public const int MostCampaigns = 40;

    /// <summary>An empty row of the source that a visit or a request belongs to.</summary>
    public static SourceWayRow Of(string? utmSource, LeadSource? named)
    {
        var campaign = CampaignName.Of(utmSource);
        return campaign == VisitConsts.NoCampaign ? new SourceWayRow(null, named, 0, 0, 0, 0, 0, 0, 0, 0) : new SourceWayRow(campaign, null, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>One row of each source, most requests first. Campaigns above the limit share a row.</summary>
    public static IReadOnlyList<SourceWayRow> Sum(IReadOnlyCollection<SourceWayRow> parts)
    {
        var rows = Grouped(parts);
        var folded = rows.Where(x => x.Campaign is not null).Skip(MostCampaigns).Select(x => x.Campaign).ToHashSet();
        return folded.Count == 0 ? rows : Grouped(rows.Select(x => folded.Contains(x.Campaign) ? x with { Campaign = VisitConsts.OtherCampaigns } : x));
    }

    private static List<SourceWayRow> Grouped(IEnumerable<SourceWayRow> parts) =>
    [
        .. parts.GroupBy(x => (x.Campaign, x.Source))
            .Select(x => new SourceWayRow(
                x.Key.Campaign, x.Key.Source, x.Sum(p => p.Visits), x.Sum(p => p.Begun), x.Sum(p => p.Confirmed), x.Sum(p => p.Called), x.Sum(p => p.Met), x.Sum(p => p.Bought), x.Sum(p => p.Sold), x.Sum(p => p.Profit)))
            .OrderByDescending(x => x.Begun).ThenByDescending(x => x.Visits).ThenBy(x => x.Campaign, StringComparer.Ordinal).ThenBy(x => x.Source),
    ];
}
