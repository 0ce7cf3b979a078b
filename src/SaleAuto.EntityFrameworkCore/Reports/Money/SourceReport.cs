using SaleAuto.Visits;

namespace SaleAuto.Reports.Money;

/// <summary>Visits and requests begun in the days by source, and how far they came by the end of the last day: what came later changes nothing.</summary>
internal sealed class SourceReport(IOwnerWorkQuery work) : IMoneyReport
{
    public string Name => "sources";

    public int Order => 80;

    public ReportFilters Filters => ReportFilters.From;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("Campaign", ReportColumnKind.Text), new("Source", ReportColumnKind.Text), new("Visits", ReportColumnKind.Count, HasTotal: true),
        new("Begun", ReportColumnKind.Count, HasTotal: true), new("BegunOfVisits", ReportColumnKind.Share, HasTotal: true), new("Confirmed", ReportColumnKind.Count, HasTotal: true),
        new("Called", ReportColumnKind.Count, HasTotal: true), new("Met", ReportColumnKind.Count, HasTotal: true), new("Bought", ReportColumnKind.Count, HasTotal: true),
        new("Sold", ReportColumnKind.Count, HasTotal: true), new("Profit", ReportColumnKind.Money, HasTotal: true),
    ];

    public async Task<ReportRows> ReadAsync(ReportFilter filter, int most, CancellationToken cancellationToken)
    {
        var ways = await work.GetWaysAsync(filter.Days, filter.Zone, cancellationToken); // as many as there are sources
        return new ReportRows(
            [.. ways.Take(most).Select(x => new ReportLine([Campaign(x), Source(x), Visits(x), x.Begun, x.Campaign is null ? null : Share(x.Begun, x.Visits), x.Confirmed, x.Called, x.Met, x.Bought, x.Sold, x.Profit]))],
            ways.Count,
            [
                null, null, ways.Sum(x => x.Visits), ways.Sum(x => x.Begun), Share(ways.Sum(x => x.Begun), ways.Sum(x => x.Visits)), ways.Sum(x => x.Confirmed), ways.Sum(x => x.Called), ways.Sum(x => x.Met),
                ways.Sum(x => x.Bought), ways.Sum(x => x.Sold), ways.Sum(x => x.Profit),
            ]);
    }

    private static object? Campaign(SourceWayRow way) => way.Campaign == VisitConsts.OtherCampaigns ? SourceGroup.OtherCampaigns : way.Campaign;

    private static object? Source(SourceWayRow way) => way is { Campaign: null, Source: null } ? SourceGroup.NotGiven : way.Source;

    // A visit names no source: those without a tag stand in the row that has neither, and are set against requests in the totals only.
    private static object? Visits(SourceWayRow way) => way.Source is null ? way.Visits : null;

    private static object? Share(int part, int whole) => whole > 0 ? decimal.Round((decimal)part / whole, 4) : null;
}
