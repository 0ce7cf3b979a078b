namespace SaleAuto.Telegram;

/// <summary>Does what was claimed, several pieces at once. A piece that takes long, such as a large file, holds up nobody: free places are filled meanwhile.</summary>
internal static class ClaimedWork
{
    // Quick pieces are waited for together, so that one claim serves many of them.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Claims and works until nothing is due any more.</summary>
    public static async Task DoAsync<T>(int places, Func<int, Task<IReadOnlyList<T>>> claim, Func<T, Task> work, CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        try
        {
            while (!cancellationToken.IsCancellationRequested && running.TrueForAll(task => task is { IsFaulted: false, IsCanceled: false }))
            {
                var claimed = running.Count < places ? await claim(places - running.Count) : [];
                if (claimed.Count + running.Count == 0)
                {
                    return;
                }
                running.AddRange(claimed.Select(piece => Task.Run(() => work(piece), CancellationToken.None)));
                await Task.WhenAny(Task.WhenAll(running), Task.Delay(Patience, CancellationToken.None));
                running.RemoveAll(task => task.IsCompletedSuccessfully);
            }
        }
        finally
        {
            await Task.WhenAll(running); // a failure shows here, after the others have ended
        }
    }
}
