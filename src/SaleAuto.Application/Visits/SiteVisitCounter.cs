using System.Runtime.InteropServices;

namespace SaleAuto.Visits;

/// <summary>Counts visits in memory, so that counting costs a request nothing; <see cref="SiteVisitRecorder"/> writes them down.</summary>
public sealed class SiteVisitCounter(TimeProvider clock)
{
    private const int MostNames = 1000;

    // Every time zone is whole quarters of an hour away: the day is found out when the visits are written.
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private Dictionary<(DateTime Since, string Campaign), int> _counts = [];

    /// <summary>Counts one visit.</summary>
    /// <param name="utmSource">Tag of the link that brought the visitor, or null.</param>
    public void Count(string? utmSource)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Add((now.AddTicks(-(now.Ticks % Quarter.Ticks)), CampaignName.Of(utmSource)), 1);
    }

    /// <summary>Takes what was counted since the last time, by quarter of an hour (UTC) and campaign.</summary>
    internal IReadOnlyDictionary<(DateTime Since, string Campaign), int> Take()
    {
        lock (_lock)
        {
            var taken = _counts;
            _counts = [];
            return taken;
        }
    }

    /// <summary>Gives back what could not be written.</summary>
    internal void GiveBack(IReadOnlyDictionary<(DateTime Since, string Campaign), int> counts)
    {
        foreach (var (key, visits) in counts)
        {
            Add(key, visits);
        }
    }

    private void Add((DateTime Since, string Campaign) key, int visits)
    {
        lock (_lock)
        {
            if (_counts.Count >= MostNames && key.Campaign != VisitConsts.NoCampaign && !_counts.ContainsKey(key))
            {
                key = key with { Campaign = VisitConsts.OtherCampaigns };
            }
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _) += visits;
        }
    }
}
