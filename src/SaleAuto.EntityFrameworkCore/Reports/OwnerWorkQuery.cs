using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Leads;
using SaleAuto.Market;
using SaleAuto.Messages;
using SaleAuto.Resales;
using SaleAuto.Valuations;
using SaleAuto.Visits;

namespace SaleAuto.Reports;

internal sealed class OwnerWorkQuery(SaleAutoDbContext db, TimeProvider clock) : IOwnerWorkQuery
{
    private const int MostOldCars = 5;
    private const int FailuresThatAlarm = 3;

    public Task<int> CountBoughtAsync(DateTime from, DateTime until, CancellationToken cancellationToken) =>
        db.Set<Car>().CountAsync(x => x.BoughtAt >= from && x.BoughtAt < until, cancellationToken);

    public async Task<IReadOnlyList<CarStay>> GetStaysAsync(DateTime from, DateTime until, CancellationToken cancellationToken) =>
        await db.Set<Car>()
            .Where(x => x.LeftAt >= from && x.LeftAt < until && x.Status == CarStatus.Sold)
            .Select(x => new CarStay(x.BoughtAt, x.LeftAt!.Value))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<PromiseRow>> GetPromisesAsync(DateTime from, DateTime until, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<CallTask>()
            .Where(x => x.PromisedAt >= from && x.PromisedAt < until && (x.Kind == CallTaskKind.FirstCall || x.Kind == CallTaskKind.Callback))
            .Where(x => x.TakenAt != null || (x.DueAt < now && x.Status != CallTaskStatus.Cancelled))
            .GroupBy(x => x.Kind)
            .Select(x => new PromiseRow(x.Key, x.Count(), x.Sum(call => !call.WasMissed && call.TakenAt <= call.DueAt ? 1 : 0)))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<SourceWayRow>> GetWaysAsync(ReportDays days, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var (from, until) = days.Moments(zone);
        var begun = db.Set<Lead>().Where(x => x.CreationTime >= from && x.CreationTime < until && x.CloseReason != LeadCloseReason.Duplicate);
        var ways = await begun
            .Select(lead => new
            {
                lead.Source,
                lead.UtmSource,
                Confirmed = lead.ConfirmedAt < until,
                Called = db.Set<CallTask>().Any(x => x.LeadId == lead.Id && x.TakenAt < until),
                Met = db.Set<Deal>().Any(x => x.LeadId == lead.Id && x.CreationTime < until),
            })
            .GroupBy(x => new { x.Source, x.UtmSource })
            .Select(x => new
            {
                x.Key.Source,
                x.Key.UtmSource,
                Begun = x.Count(),
                Confirmed = x.Sum(l => l.Confirmed ? 1 : 0),
                Called = x.Sum(l => l.Called ? 1 : 0),
                Met = x.Sum(l => l.Met ? 1 : 0),
            })
            .ToListAsync(cancellationToken);
        var cars =
            from lead in begun
            join deal in db.Set<Deal>() on lead.Id equals deal.LeadId
            join car in db.Set<Car>() on deal.Id equals car.DealId
            where car.BoughtAt >= @from && car.BoughtAt < until
            select new { lead.Source, lead.UtmSource, CarId = (Guid?)car.Id };
        var soldSince = days.From.AddDays(-1); // no car is sold before it was asked for: most of the books need not be looked at
        var bought = await cars
            .GroupBy(x => new { x.Source, x.UtmSource })
            .Select(x => new { x.Key.Source, x.Key.UtmSource, Bought = x.Count() })
            .ToListAsync(cancellationToken);
        var money = await cars
            .Join(
                db.Set<LedgerEntry>().Where(x => ProfitEntries.Kinds.Contains(x.Kind) && x.Day >= soldSince && x.Day <= days.To),
                car => car.CarId,
                entry => entry.CarId,
                (car, entry) => new { car.Source, car.UtmSource, entry.Kind, entry.CreditAccount, entry.Kopecks })
            .GroupBy(x => new { x.Source, x.UtmSource })
            .Select(x => new
            {
                x.Key.Source,
                x.Key.UtmSource,
                Sold = x.Sum(e => e.Kind != LedgerEntryKind.Resale ? 0 : e.CreditAccount == LedgerAccount.CarProfit ? 1 : -1),
                Kopecks = x.Sum(e => e.CreditAccount == LedgerAccount.CarProfit ? e.Kopecks : -e.Kopecks),
            })
            .ToListAsync(cancellationToken);
        var visits = await db.Set<SiteVisits>()
            .Where(x => x.Day >= days.From && x.Day <= days.To)
            .GroupBy(x => x.Campaign)
            .Select(x => new { Campaign = x.Key, Visits = x.Sum(day => day.Visits) })
            .ToListAsync(cancellationToken);
        return SourceWays.Sum(
            [
                .. ways.Select(x => SourceWays.Of(x.UtmSource, x.Source) with { Begun = x.Begun, Confirmed = x.Confirmed, Called = x.Called, Met = x.Met }),
                .. bought.Select(x => SourceWays.Of(x.UtmSource, x.Source) with { Bought = x.Bought }),
                .. money.Select(x => SourceWays.Of(x.UtmSource, x.Source) with { Sold = x.Sold, Profit = x.Kopecks / 100m }),
                .. visits.Select(x => SourceWays.Of(x.Campaign, null) with { Visits = x.Visits }),
            ]);
    }

    public async Task<IReadOnlyList<ValuationError>> GetValuationErrorsAsync(DateTime from, DateTime until, CancellationToken cancellationToken) => await (
            from resale in db.Set<Resale>()
            where resale.ReceivedAt >= @from && resale.ReceivedAt < until && resale.Status != ResaleStatus.Cancelled
            join car in db.Set<Car>() on resale.CarId equals car.Id
            join deal in db.Set<Deal>() on car.DealId equals deal.Id
            join valuation in db.Set<Valuation>() on deal.LeadId equals valuation.LeadId
            where valuation.MarketMedian != null && valuation.MarketLow != null && valuation.MarketHigh != null
            select new ValuationError(
                ((double)valuation.MarketMedian!.Value / (double)resale.Amount) - 1,
                (double)resale.Amount >= (double)valuation.MarketLow!.Value && (double)resale.Amount <= (double)valuation.MarketHigh!.Value))
        .ToListAsync(cancellationToken);

    public async Task<OwnerAlarms> GetAlarmsAsync(DateTime boughtBefore, DateTime failedSince, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var old = db.Set<Car>().Where(x => x.BoughtAt < boughtBefore && x.Status != CarStatus.Sold && x.Status != CarStatus.WrittenOff);
        return new OwnerAlarms(
            await old.CountAsync(cancellationToken),
            await old.OrderBy(x => x.BoughtAt).ThenBy(x => x.Id).Take(MostOldCars).Select(x => new OldCar(x.Id, x.Number, x.Make + " " + x.Model, x.BoughtAt)).ToListAsync(cancellationToken),
            await db.Set<MarketSourceHealth>()
                .Where(x => x.FailuresInARow >= FailuresThatAlarm || x.BlockedUntil > now || x.DriftingSince != null)
                .OrderBy(x => x.Source)
                .Select(x => x.Source)
                .ToListAsync(cancellationToken),
            await db.Set<OutgoingMessage>().CountAsync(x => x.Status == MessageStatus.Failed && x.CreatedAt >= failedSince, cancellationToken));
    }
}
