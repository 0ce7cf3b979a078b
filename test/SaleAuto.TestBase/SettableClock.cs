namespace SaleAuto;

/// <summary>A clock that stands until it is moved. Timers made from it do not run.</summary>
public sealed class SettableClock : TimeProvider
{
    private long _ticks = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc).Ticks;

    public DateTime Now => GetUtcNow().UtcDateTime;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
