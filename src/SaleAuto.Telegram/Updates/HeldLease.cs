namespace SaleAuto.Telegram;

/// <summary>
/// Keeps a lease for as long as the work under it lasts. So leases may be short, and what a killed program was doing is soon taken up again,
/// though the work itself, such as fetching a film over a bad line, may be long.
/// </summary>
internal static class HeldLease
{
    /// <summary>Renews in time until the work has ended.</summary>
    public static async Task WhileAsync(Task work, TimeSpan lease, Func<CancellationToken, Task> renew)
    {
        using var ended = new CancellationTokenSource();
        var renewing = RenewAsync(lease / 3, renew, ended.Token);
        try
        {
            await work;
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
        }
    }

    private static async Task RenewAsync(TimeSpan pause, Func<CancellationToken, Task> renew, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(pause, ended);
                await renew(ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The work has ended.
        }
    }
}
