using SaleAuto.Leads;

namespace SaleAuto.Reports;

/// <summary>How many requests become cars, and where they come from.</summary>
public interface ISalesReportAppService
{
    /// <summary>Requests of the days, by how far they got, and by source.</summary>
    Task<SalesReportDto> GetAsync(SalesReportInput input, CancellationToken cancellationToken);
}

/// <summary>Days of the company's time zone, both included.</summary>
public sealed record SalesReportInput
{
    /// <summary>First day; empty is 30 days before the last.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; empty is today.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>The report.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Funnel">Requests by how far they got.</param>
/// <param name="Sources">Requests by source, most first.</param>
/// <param name="WithoutNextAction">Open requests of any time with nothing planned.</param>
/// <param name="Offers">Purchases completed in these days: first offer against final price, by seller.</param>
public sealed record SalesReportDto(
    DateOnly From, DateOnly To, FunnelDto Funnel, IReadOnlyList<SourceDto> Sources, int WithoutNextAction, IReadOnlyList<OfferedAndPaidDto> Offers);

/// <summary>Purchases of one seller whose client had been offered a price.</summary>
/// <param name="SellerName">The seller.</param>
/// <param name="Deals">How many.</param>
/// <param name="Lowered">Of these, agreed under the offer.</param>
/// <param name="Offered">Sum of the offers' upper ends, roubles.</param>
/// <param name="Paid">Sum of the agreed prices, roubles.</param>
/// <param name="Difference">Share of the offers by which the prices differ from them; negative when less was paid.</param>
public sealed record OfferedAndPaidDto(string SellerName, int Deals, int Lowered, decimal Offered, decimal Paid, decimal Difference);

/// <summary>Requests that got at least so far. Duplicates count with the request that they joined.</summary>
/// <param name="Confirmed">Confirmed by the client.</param>
/// <param name="Valued">Given a price range.</param>
/// <param name="Called">Called by a manager.</param>
/// <param name="CalledLate">Of these, later than promised.</param>
/// <param name="DealPlanned">Came to a planned meeting.</param>
/// <param name="Won">Car bought.</param>
/// <param name="Lost">Car went to a competitor.</param>
/// <param name="Closed">Ended otherwise.</param>
public sealed record FunnelDto(int Confirmed, int Valued, int Called, int CalledLate, int DealPlanned, int Won, int Lost, int Closed);

/// <summary>Requests of one source.</summary>
/// <param name="Source">What the client named; null when nothing was said.</param>
/// <param name="Campaign">utm_source of the visit; null without.</param>
/// <param name="Leads">Requests.</param>
/// <param name="Deals">Came to a planned meeting.</param>
/// <param name="Won">Cars bought.</param>
/// <param name="Lost">Cars that went to competitors.</param>
public sealed record SourceDto(LeadSource? Source, string? Campaign, int Leads, int Deals, int Won, int Lost);
