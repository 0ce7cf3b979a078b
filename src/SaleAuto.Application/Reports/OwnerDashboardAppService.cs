using SaleAuto.Accounting;
using SaleAuto.Calls;
using SaleAuto.Errors;
using SaleAuto.Settings;
using SaleAuto.Staff;

namespace SaleAuto.Reports;

internal sealed class OwnerDashboardAppService(
    StaffDoor door,
    IOwnerMoneyQuery money,
    IOwnerWorkQuery work,
    IOfferReportQuery offers,
    OwnerAlerts alerts,
    ISettingProvider settings,
    TimeProvider clock) : IOwnerDashboardAppService
{
    private const int UsualDays = 30;
    private const int MonthsShown = 12;
    private const decimal DaysOfYear = 365;

    private static readonly int[] _ages = [30, 60, 90];

    private static WayStepsDto NoSteps { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    public async Task<ReportDays> GetDaysAsync(OwnerPeriodInput input, CancellationToken cancellationToken)
    {
        await door.RequireAsync(AccountingPermissions.Default, cancellationToken);
        var today = await settings.ToCompanyDayAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
        var last = input.To > today && !(input.From > today) ? today : input.To ?? today; // of a year that goes on, the part that is over is compared
        var days = new ReportDays(input.From ?? last.AddDays(1 - UsualDays), last);
        return days.Count is >= 1 and <= ReportDays.Most && days.From.Year > 1900 && days.To.Year < 2200
            ? days
            : throw new InputValidationException(nameof(input.From), SaleAutoErrorCodes.Fields.OutOfRange);
    }

    public async Task<OwnerSalesDto> GetSalesAsync(OwnerPeriodInput input, CancellationToken cancellationToken)
    {
        var days = await GetDaysAsync(input, cancellationToken);
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var (from, until) = days.Moments(zone);
        var (beforeFrom, _) = days.Previous.Moments(zone);
        var (now, before) = await money.GetSalesAsync(days, cancellationToken);
        var stock = await money.GetStockValuesAsync(days, cancellationToken);
        var stays = await work.GetStaysAsync(beforeFrom, until, cancellationToken);
        return new OwnerSalesDto(
            new FigureDto(now.Profit, before.Profit),
            new FigureDto(await work.CountBoughtAsync(from, until, cancellationToken), await work.CountBoughtAsync(beforeFrom, from, cancellationToken)),
            new FigureDto(now.Sold, before.Sold),
            new FigureDto(Part(now.Profit, now.Sold, 2), Part(before.Profit, before.Sold, 2)),
            new FigureDto(Part(now.Profit, now.Cost, 4), Part(before.Profit, before.Cost, 4)),
            new FigureDto(MeanDays(stays.Where(x => x.LeftAt >= from), zone), MeanDays(stays.Where(x => x.LeftAt < from), zone)),
            new FigureDto(stock.End, stock.Start),
            new FigureDto(Turns(now.Cost, stock.Start, stock.End, days), Turns(before.Cost, stock.Earlier, stock.Start, days)));
    }

    public async Task<IReadOnlyList<MonthProfitDto>> GetMonthsAsync(OwnerPeriodInput input, CancellationToken cancellationToken)
    {
        var days = await GetDaysAsync(input, cancellationToken);
        var first = new DateOnly(days.To.Year, days.To.Month, 1).AddMonths(1 - MonthsShown);
        var sums = (await money.GetMonthsAsync(new ReportDays(first, days.To), cancellationToken)).ToDictionary(x => new DateOnly(x.Year, x.Month, 1));
        return
        [
            .. Enumerable.Range(0, MonthsShown).Select(first.AddMonths)
                .Select(month => sums.TryGetValue(month, out var sum) ? new MonthProfitDto(month, sum.Sold, sum.Revenue - sum.Cost) : new MonthProfitDto(month, 0, 0)),
        ];
    }

    public async Task<IReadOnlyList<StockAgeDto>> GetStockAsync(OwnerPeriodInput input, CancellationToken cancellationToken)
    {
        var days = await GetDaysAsync(input, cancellationToken);
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var now = await AtAsync(days.To);
        var before = await AtAsync(days.Previous.To);
        return
        [
            .. now.Select((sum, place) => new StockAgeDto(
                place == 0 ? 0 : _ages[place - 1] + 1,
                place < _ages.Length ? _ages[place] : null,
                new FigureDto(sum.Cars, before[place].Cars),
                new FigureDto(sum.Cost, before[place].Cost))),
        ];

        Task<IReadOnlyList<StockSum>> AtAsync(DateOnly day) =>
            money.GetStockAgesAsync(day, [.. _ages.Select(age => new ReportDays(day.AddDays(-age), day).Moments(zone).From)], cancellationToken);
    }

    public async Task<IReadOnlyList<CashBalanceDto>> GetCashAsync(OwnerPeriodInput input, CancellationToken cancellationToken)
    {
        var days = await GetDaysAsync(input, cancellationToken);
        var sums = await money.GetCashAsync(days.To, days.From.AddDays(-1), cancellationToken);
        return [.. sums.Select(x => new CashBalanceDto(x.Account, x.OwnerId, x.Name, new FigureDto(x.Amount, x.Before)))];
    }

    public async Task<OwnerPromiseDto> GetPromiseAsync(OwnerPeriodInput input, CancellationToken cancellationToken)
    {
        var days = await GetDaysAsync(input, cancellationToken);
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var (from, until) = days.Moments(zone);
        var now = await work.GetPromisesAsync(from, until, cancellationToken);
        var before = await work.GetPromisesAsync(days.Previous.Moments(zone).From, from, cancellationToken);
        return new OwnerPromiseDto(Kept(CallTaskKind.FirstCall), Kept(CallTaskKind.Callback));

        KeptDto Kept(CallTaskKind kind)
        {
            var (here, there) = (Row(now), Row(before));
            return new KeptDto(here.Promised, here.Kept, new FigureDto(Part(here.Kept, here.Promised, 4), Part(there.Kept, there.Promised, 4)));

            PromiseRow Row(IEnumerable<PromiseRow> rows) => rows.FirstOrDefault(x => x.Kind == kind) ?? new PromiseRow(kind, 0, 0);
        }
    }

    public async Task<IReadOnlyList<SourceWayDto>> GetSourcesAsync(OwnerPeriodInput input, CancellationToken cancellationToken)
    {
        var days = await GetDaysAsync(input, cancellationToken);
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var now = (await work.GetWaysAsync(days, zone, cancellationToken)).ToDictionary(x => (x.Campaign, x.Source), Steps);
        var before = (await work.GetWaysAsync(days.Previous, zone, cancellationToken)).ToDictionary(x => (x.Campaign, x.Source), Steps);
        return [.. now.Keys.Union(before.Keys).Select(x => new SourceWayDto(x.Campaign, x.Source, now.GetValueOrDefault(x, NoSteps), before.GetValueOrDefault(x, NoSteps)))];

        static WayStepsDto Steps(SourceWayRow row) => new(row.Visits, row.Begun, row.Confirmed, row.Called, row.Met, row.Bought, row.Sold, row.Profit);
    }

    public async Task<OwnerOffersDto> GetOffersAsync(OwnerPeriodInput input, CancellationToken cancellationToken)
    {
        var days = await GetDaysAsync(input, cancellationToken);
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var (from, until) = days.Moments(zone);
        var now = await offers.GetAsync(from, until, cancellationToken);
        var before = await offers.GetAsync(days.Previous.Moments(zone).From, from, cancellationToken);
        var sellers = now.Concat(before).DistinctBy(x => x.SellerId);
        return new OwnerOffersDto([.. sellers.Select(x => Compared(x.SellerName, row => row.SellerId == x.SellerId))], Compared("", _ => true));

        OwnerOfferDto Compared(string name, Func<OfferRow, bool> whose)
        {
            var (here, there) = (now.Where(whose).ToList(), before.Where(whose).ToList());
            return new OwnerOfferDto(
                name,
                new FigureDto(here.Sum(x => x.Deals), there.Sum(x => x.Deals)),
                new FigureDto(here.Sum(x => x.Lowered), there.Sum(x => x.Lowered)),
                new FigureDto(Difference(here), Difference(there)));
        }

        static decimal? Difference(List<OfferRow> rows) => Part(rows.Sum(x => x.Agreed - x.Offered), rows.Sum(x => x.Offered), 4);
    }

    public async Task<OwnerAccuracyDto> GetAccuracyAsync(OwnerPeriodInput input, CancellationToken cancellationToken)
    {
        var days = await GetDaysAsync(input, cancellationToken);
        var zone = await settings.GetTimeZoneAsync(cancellationToken);
        var (from, until) = days.Moments(zone);
        var now = await work.GetValuationErrorsAsync(from, until, cancellationToken);
        var before = await work.GetValuationErrorsAsync(days.Previous.Moments(zone).From, from, cancellationToken);
        return new OwnerAccuracyDto(
            now.Count,
            new FigureDto(Median(now, Math.Abs), Median(before, Math.Abs)),
            Median(now, x => x),
            new FigureDto(Part(now.Count(x => x.IsInside), now.Count, 4), Part(before.Count(x => x.IsInside), before.Count, 4)));
    }

    public async Task<IReadOnlyList<OwnerCostDto>> GetCostsAsync(OwnerPeriodInput input, CancellationToken cancellationToken)
    {
        var days = await GetDaysAsync(input, cancellationToken);
        var before = await money.GetCostsAsync(days.Previous, cancellationToken);
        return
        [
            .. (await money.GetCostsAsync(days, cancellationToken))
                .Select(x => new OwnerCostDto(x.Category, new FigureDto(x.Amount, before.FirstOrDefault(earlier => earlier.Category == x.Category)?.Amount ?? 0), x.Count)),
        ];
    }

    public async Task<IReadOnlyList<OwnerAlertDto>> GetAlertsAsync(CancellationToken cancellationToken)
    {
        await door.RequireAsync(AccountingPermissions.Default, cancellationToken);
        return await alerts.GetAsync(cancellationToken);
    }

    private static decimal? Part(decimal part, decimal whole, int decimals) => whole > 0 ? decimal.Round(part / whole, decimals) : null;

    private static decimal? Turns(decimal cost, decimal start, decimal end, ReportDays days) => Part(cost * DaysOfYear / days.Count, (start + end) / 2, 2);

    private static decimal? MeanDays(IEnumerable<CarStay> stays, TimeZoneInfo zone)
    {
        var lengths = stays.Select(x => DayOf(x.LeftAt, zone) - DayOf(x.BoughtAt, zone)).ToList();
        return lengths.Count == 0 ? null : decimal.Round((decimal)lengths.Average(), 1);
    }

    private static int DayOf(DateTime moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone)).DayNumber;

    private static decimal? Median(IReadOnlyCollection<ValuationError> errors, Func<double, double> read)
    {
        var sorted = errors.Select(x => read(x.Share)).Order().ToList();
        return sorted.Count == 0 ? null : decimal.Round((decimal)((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2), 4);
    }
}
