using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;
using SaleAuto.Resales;
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

/// <summary>Cars that were sold before the program shared out profit wait for the owner like all others; once, because afterwards there are distributions.</summary>
internal sealed class EarlierSalesContributor(SaleAutoDbContext db, DistributionManager distributions, IUnitOfWork unitOfWork) : IDataSeedContributor
{
    public int Order => 200; // after the books were opened, and after the demo

    public bool IsDemo => false;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<Distribution>().AnyAsync(cancellationToken))
        {
            return;
        }
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var sold = await db.Set<Resale>().Where(x => x.Status == ResaleStatus.Received).Select(x => x.Id).ToListAsync(token);
                foreach (var resaleId in sold)
                {
                    await distributions.ComputeIfPossibleAsync(resaleId, token);
                }
                return sold.Count;
            },
            cancellationToken);
        db.ChangeTracker.Clear();
    }
}
