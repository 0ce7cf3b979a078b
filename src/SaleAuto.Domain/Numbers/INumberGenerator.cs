namespace SaleAuto.Numbers;

/// <summary>Series of numbers for people.</summary>
public enum NumberSeries
{
    /// <summary>Requests: L-000001. Never twice; a failed request may lose one.</summary>
    Lead,

    /// <summary>Meetings to buy a car: D-000001. Never twice.</summary>
    Deal,

    /// <summary>Cars in stock: A-000001. Never twice.</summary>
    Car,

    /// <summary>Contracts: C-000001. Never twice and none missing.</summary>
    Contract,
}

/// <summary>Numbers for people from the database, unique under any concurrency.</summary>
public interface INumberGenerator
{
    /// <summary>The next number of the series. A series without gaps is counted inside the running transaction, and the next taker waits for its end.</summary>
    /// <exception cref="InvalidOperationException">A series without gaps was asked for outside a transaction.</exception>
    Task<string> NextAsync(NumberSeries series, CancellationToken cancellationToken);
}
