using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Resales;

namespace SaleAuto.Accounting.Distributions;

internal sealed class DistributionPolicyRepository(SaleAutoDbContext db) : EfRepository<DistributionPolicy>(db), IDistributionPolicyRepository
{
    public Task<DistributionPolicy?> FindDraftAsync(CancellationToken cancellationToken) =>
        Db.Set<DistributionPolicy>().FirstOrDefaultAsync(x => x.Status == PolicyStatus.Draft, cancellationToken);

    public Task<DistributionPolicy?> FindInForceAsync(DateOnly day, CancellationToken cancellationToken) =>
        Db.Set<DistributionPolicy>()
            .Where(x => x.Status == PolicyStatus.SwitchedOn && x.InForceFrom <= day)
            .OrderByDescending(x => x.InForceFrom).ThenByDescending(x => x.Number)
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<DistributionPolicy>> GetVersionsAsync(CancellationToken cancellationToken) =>
        await Db.Set<DistributionPolicy>().AsNoTracking().OrderByDescending(x => x.Number).ToListAsync(cancellationToken);

    public async Task<int> GetLastNumberAsync(CancellationToken cancellationToken) =>
        await Db.Set<DistributionPolicy>().MaxAsync(x => (int?)x.Number, cancellationToken) ?? 0;
}

internal sealed class DistributionRepository(SaleAutoDbContext db) : EfRepository<Distribution>(db), IDistributionRepository
{
    public async Task<Guid> GetCarIdAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Set<Distribution>().Where(x => x.Id == id).Select(x => (Guid?)x.CarId).FirstOrDefaultAsync(cancellationToken) ?? throw new EntityNotFoundException(typeof(Distribution), id);

    public async Task<Distribution> GetWholeAsync(Guid id, CancellationToken cancellationToken)
    {
        var distribution = await GetAsync(id, cancellationToken);
        await Db.Entry(distribution).LoadPartsAsync(cancellationToken);
        return distribution;
    }

    public Task<Distribution?> FindLiveByCarAsync(Guid carId, CancellationToken cancellationToken) =>
        Db.Set<Distribution>().Include(x => x.Lines).FirstOrDefaultAsync(x => x.CarId == carId && x.Status != DistributionStatus.Reversed, cancellationToken);

    public async Task<IReadOnlyList<Distribution>> GetLiveByCarsAsync(IReadOnlyCollection<Guid> carIds, CancellationToken cancellationToken) =>
        await Db.Set<Distribution>().AsNoTracking().Include(x => x.Lines)
            .Where(x => carIds.Contains(x.CarId) && x.Status != DistributionStatus.Reversed)
            .ToListAsync(cancellationToken);
}

internal sealed class SoldCarQuery(SaleAutoDbContext db) : ISoldCarQuery
{
    public async Task<IReadOnlyList<SoldCar>> GetSoldAsync(DateTime start, DateTime end, int most, CancellationToken cancellationToken)
    {
        var left =
            from car in db.Set<Car>()
            where car.LeftAt >= start && car.LeftAt < end && (car.Status == CarStatus.Sold || car.Status == CarStatus.WrittenOff)
            join resale in db.Set<Resale>().Where(x => x.Status == ResaleStatus.Received || x.Status == ResaleStatus.Distributed) on car.Id equals resale.CarId into sales
            from resale in sales.DefaultIfEmpty()
            join deal in db.Set<Deal>() on car.DealId equals (Guid?)deal.Id into deals
            from deal in deals.DefaultIfEmpty()
            orderby car.LeftAt, car.Id
            select new
            {
                car.Id,
                car.Number,
                car.Make,
                car.Model,
                ResaleId = (Guid?)resale.Id,
                Amount = (decimal?)resale.Amount,
                SellerId = (Guid?)resale.SellerId,
                car.LeftAt,
                car.BoughtAt,
                ManagerId = (Guid?)deal.ManagerId,
                BuyerId = (Guid?)deal.SellerId,
                // What was shared out left the account again: without that it says what the car brought.
                Kopecks = db.Set<LedgerEntry>().Where(x => x.CreditAccount == LedgerAccount.CarProfit && x.CreditOwnerId == car.Id && x.Kind != LedgerEntryKind.Distribution).Sum(x => x.Kopecks)
                    - db.Set<LedgerEntry>().Where(x => x.DebitAccount == LedgerAccount.CarProfit && x.DebitOwnerId == car.Id && x.Kind != LedgerEntryKind.Distribution).Sum(x => x.Kopecks),
            };
        return [.. (await left.Take(most).ToListAsync(cancellationToken)).Select(x => new SoldCar
        {
            CarId = x.Id,
            CarName = $"{x.Number} {x.Make} {x.Model}",
            ResaleId = x.ResaleId,
            ResaleAmount = x.Amount ?? 0,
            Profit = x.Kopecks / 100m,
            BoughtAt = x.BoughtAt,
            LeftAt = x.LeftAt!.Value,
            ManagerId = x.ManagerId,
            BuyingSellerId = x.BuyerId,
            SellingSellerId = x.SellerId,
        })];
    }
}
