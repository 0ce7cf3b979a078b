namespace SaleAuto.Simulation;

/// <summary>What happens when. Of two things at the same moment the one that was planned first happens first, so that a seed gives one story.</summary>
public sealed class Agenda(DateTime end)
{
    private readonly PriorityQueue<Func<Task>, (DateTime At, long Order)> _events = new();
    private long _planned;

    /// <summary>When no new requests and sales come any more, UTC.</summary>
    public DateTime End => end;

    /// <summary>Something that has to come to its end, however late.</summary>
    public void At(DateTime at, Func<Task> happens) => _events.Enqueue(happens, (at, _planned++));

    /// <summary>Something that no longer happens after the end.</summary>
    public void UntilEnd(DateTime at, Func<Task> happens)
    {
        if (at < end)
        {
            At(at, happens);
        }
    }

    /// <summary>The next thing, or nothing when all is done.</summary>
    public bool TryTakeNext(out DateTime at, out Func<Task> happens)
    {
        var isThere = _events.TryDequeue(out var next, out var when);
        (at, happens) = (when.At, next!);
        return isThere;
    }
}
