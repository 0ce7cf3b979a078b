namespace SaleAuto.Numbers;

/// <summary>Series of numbers for people.</summary>
public enum NumberSeries
{
    /// <summary>L-000001.</summary>
    Lead,
}

/// <summary>Numbers for people, unique for ever. A number may be lost with a failed request; where the law wants none missing, the series is taken inside the transaction.</summary>
public interface INumberGenerator
{
    /// <summary>The next number of the series, such as L-000123.</summary>
    Task<string> NextAsync(NumberSeries series, CancellationToken cancellationToken);
}
