using Microsoft.EntityFrameworkCore;
using SaleAuto.Cars;
using SaleAuto.Events;
using SaleAuto.Repositories;
using SaleAuto.Seeding;

namespace SaleAuto.Accounting.Distributions;

/// <summary>The policy that a new company starts with.</summary>
internal sealed class PolicySeedContributor(DistributionPolicyManager policies, IUnitOfWork unitOfWork) : IDataSeedContributor
{
    public int Order => 20;

    public bool IsDemo => false;

    public Task SeedAsync(CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async token =>
        {
            await policies.DeliverAsync(token);
            return true;
        },
        cancellationToken);
}

/// <summary>Cars that left the stock before the program shared out what they brought wait for the owner like all others; each once, because afterwards it has a distribution.</summary>
internal sealed class EarlierSalesContributor(SaleAutoDbContext db, DistributionManager distributions, IUnitOfWork unitOfWork) : IDataSeedContributor
{
    public int Order => 200; // after the books were opened, and after the demo

    public bool IsDemo => false;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var left = await db.Set<Car>()
            .Where(x => (x.Status == CarStatus.Sold || x.Status == CarStatus.WrittenOff) && x.ReopenedAt == null && !db.Set<Distribution>().Any(d => d.CarId == x.Id))
            .OrderBy(x => x.LeftAt).Select(x => x.Id).ToListAsync(cancellationToken);
        if (left.Count == 0)
        {
            return;
        }
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                foreach (var carId in left)
                {
                    if (await distributions.ComputeIfPossibleAsync(carId, token) is IHasLocalEvents news)
                    {
                        news.ClearLocalEvents(); // nobody wants a message for each car of past years
                    }
                }
                return left.Count;
            },
            cancellationToken);
        db.ChangeTracker.Clear();
    }
}
