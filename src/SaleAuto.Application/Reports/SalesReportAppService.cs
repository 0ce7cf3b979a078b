using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Times;

namespace SaleAuto.Reports;

internal sealed class SalesReportAppService(
    StaffDoor door,
    IFunnelReportQuery funnel,
    ISourceReportQuery sources,
    IOfferReportQuery offers,
    ISimilarLeadQuery leads,
    ISettingProvider settings,
    TimeProvider clock) : ISalesReportAppService
{
    private const int UsualDays = 30;
    private const int MostDays = 3660;

    public async Task<SalesReportDto> GetAsync(SalesReportInput input, CancellationToken cancellationToken)
    {
        await door.RequireAsync(ReportPermissions.Sales, cancellationToken);
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var last = input.To ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        var first = input.From ?? last.AddDays(1 - UsualDays);
        if (first > last || last.DayNumber - first.DayNumber > MostDays || last.Year > 9000)
        {
            throw new InputValidationException(nameof(input.From), SaleAutoErrorCodes.Fields.OutOfRange);
        }
        var (from, to) = (StartOf(first, zone), StartOf(last.AddDays(1), zone));
        var steps = await funnel.GetAsync(from, to, cancellationToken);
        var rows = await sources.GetAsync(from, to, cancellationToken);
        return new SalesReportDto(
            first,
            last,
            new FunnelDto(steps.Confirmed, steps.Valued, steps.Called, steps.CalledLate, steps.DealPlanned, steps.Won, steps.Lost, steps.Closed),
            [.. rows.Select(x => new SourceDto(x.Source, x.Campaign, x.Leads, x.Deals, x.Won, x.Lost))],
            await leads.CountWithoutNextActionAsync(now, cancellationToken),
            [.. (await offers.GetAsync(from, to, cancellationToken))
                .Select(x => new OfferedAndPaidDto(x.SellerName, x.Deals, x.Lowered, x.Offered, x.Agreed, decimal.Round((x.Agreed - x.Offered) / x.Offered, 4)))]);
    }

    private static DateTime StartOf(DateOnly day, TimeZoneInfo zone) => zone.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}
