using System.Diagnostics;

namespace SaleAuto.Market;

/// <summary>Waits for what another thread is about to do; gives up when it evidently never comes.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Patience);
            await Task.Delay(1);
        }
    }
}
