namespace SaleAuto.Messages;

/// <summary>How long a failed message waits: 2 s, 6 s, 18 s … up to 15 minutes, a fifth more or less so that messages which failed together do not come back together.</summary>
public static class RetryDelay
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(15);

    /// <summary>The pause after the given try.</summary>
    /// <param name="attempt">Tries so far, from 1.</param>
    /// <param name="asked">How long the channel asked to wait; never shortened.</param>
    /// <param name="chance">A random number from 0 to 1.</param>
    public static TimeSpan After(int attempt, TimeSpan? asked, double chance)
    {
        var seconds = Math.Min(2 * Math.Pow(3, attempt - 1), _longest.TotalSeconds);
        var own = TimeSpan.FromSeconds(seconds * (0.8 + (0.4 * chance)));
        return asked > own ? asked.Value + TimeSpan.FromSeconds(chance) : own;
    }
}
