namespace SaleAuto;

/// <summary>Many at the same moment.</summary>
public static class Race
{
    /// <summary>Starts everything at once and tells what became of each.</summary>
    public static async Task<IReadOnlyList<Outcome<T>>> RunAsync<T>(int count, Func<int, Task<T>> action)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            await start.Task;
            try
            {
                return new Outcome<T>(await action(i), null);
            }
            catch (Exception failure)
            {
                return new Outcome<T>(default, failure);
            }
        })).ToList();
        start.SetResult();
        return await Task.WhenAll(running);
    }
}

/// <summary>What became of one of many.</summary>
public sealed record Outcome<T>(T? Result, Exception? Failure);
