namespace SaleAuto.Seeding;

/// <summary>Writes rows that the program needs or shows. Running it again changes nothing.</summary>
public interface IDataSeedContributor
{
    /// <summary>Contributors run in this order, smallest first.</summary>
    int Order { get; }

    /// <summary>Whether the rows are for Development only.</summary>
    bool IsDemo { get; }

    /// <summary>Writes what is missing.</summary>
    Task SeedAsync(CancellationToken cancellationToken);
}
