namespace SaleAuto.Sandbox.Telegram;

/// <summary>What the bot has not confirmed yet, oldest first.</summary>
internal sealed class SandboxUpdates(long firstId)
{
    private const int MostUpdates = 2000;

    private readonly List<ApiUpdate> _pending = [];
    private long _nextId = firstId;
    private IReadOnlyList<string>? _allowed;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<ApiUpdate> Pending => [.. _pending];

    /// <summary>Done when the next update comes.</summary>
    public Task News => _news.Task;

    public void Allow(IReadOnlyList<string>? kinds)
    {
        if (kinds is not null)
        {
            _allowed = kinds.Count == 0 ? null : kinds;
        }
    }

    public void Add(Func<long, ApiUpdate> make)
    {
        var update = make(_nextId);
        if (_allowed is not null && !_allowed.Contains(update.Kind()))
        {
            return;
        }
        _nextId++;
        _pending.Add(update);
        if (_pending.Count > MostUpdates)
        {
            _pending.RemoveAt(0);
        }
        _news.TrySetResult();
        _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Forgets what comes before the offset; a negative one keeps only so many from the end.</summary>
    public void Confirm(long offset) =>
        _pending.RemoveAll(offset < 0 ? Before(_pending.Count + offset) : update => update.UpdateId < offset);

    public void Clear() => _pending.Clear();

    private Predicate<ApiUpdate> Before(long index)
    {
        var first = index <= 0 ? long.MinValue : _pending[(int)index].UpdateId;
        return update => update.UpdateId < first;
    }
}
