using SaleAuto.Repositories;

namespace SaleAuto.Cars;

/// <summary>Cars.</summary>
public interface ICarRepository : IRepository<Car>
{
    /// <summary>The car that was bought in the deal, or null while it is not ours.</summary>
    Task<Car?> FindByDealAsync(Guid dealId, CancellationToken cancellationToken);
}
