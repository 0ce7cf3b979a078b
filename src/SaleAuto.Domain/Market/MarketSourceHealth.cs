using SaleAuto.Entities;

namespace SaleAuto.Market;

/// <summary>How a market source has been doing: success rate, last good answer, last failure, and whether it shows less than it used to.</summary>
public class MarketSourceHealth : AggregateRoot<Guid>
{
    /// <summary>First pause after a refusal that names no time; it doubles with each refusal in a row.</summary>
    public static readonly TimeSpan FirstBlockPause = TimeSpan.FromMinutes(15);

    /// <summary>Longest pause after a refusal.</summary>
    public static readonly TimeSpan LongestBlockPause = TimeSpan.FromHours(12);

    // A share is judged only on a page's worth of adverts, and only against a baseline of several answers.
    private const int FewestListings = 5;
    private const int FewestAnswers = 3;
    private const double UsualShare = 0.5;
    private const double LostShare = 0.5;
    private const double BaselineWeight = 0.2;

    /// <summary>Name of the source.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Outcomes of the recent searches, oldest first: <c>+</c> answered, <c>u</c> unavailable, <c>b</c> blocked, <c>m</c> markup changed.</summary>
    public string RecentOutcomes { get; private set; } = "";

    /// <summary>When it was last asked, UTC.</summary>
    public DateTime? LastAskedAt { get; private set; }

    /// <summary>When adverts were last read, UTC.</summary>
    public DateTime? LastGoodParseAt { get; private set; }

    /// <summary>Adverts in that answer.</summary>
    public int LastListingCount { get; private set; }

    /// <summary>When it last failed, UTC.</summary>
    public DateTime? LastFailureAt { get; private set; }

    /// <summary>How it last failed.</summary>
    public SourceFailure? LastFailure { get; private set; }

    /// <summary>What the failure said.</summary>
    public string? LastFailureReason { get; private set; }

    /// <summary>Name of the blob with the page that was not understood.</summary>
    public string? LastRawPage { get; private set; }

    /// <summary>Failures since the last answer.</summary>
    public int FailuresInARow { get; private set; }

    /// <summary>Not to be asked before this time, UTC.</summary>
    public DateTime? BlockedUntil { get; private set; }

    /// <summary>Usual share of adverts that have each field.</summary>
    public IReadOnlyDictionary<string, double> UsualShares { get; private set; } = new Dictionary<string, double>();

    /// <summary>Answers that the usual shares stand on.</summary>
    public int BaselineAnswers { get; private set; }

    /// <summary>Fields that went missing relative to before: the drift alarm.</summary>
    public IReadOnlyList<string> DriftingFields { get; private set; } = [];

    /// <summary>Since when fields are missing, UTC.</summary>
    public DateTime? DriftingSince { get; private set; }

    private MarketSourceHealth() // EF Core
    {
    }

    /// <summary>Starts the record of a source that was never asked.</summary>
    public MarketSourceHealth(Guid id, string source)
        : base(id) => Source = Check.NotNullOrWhiteSpace(source, nameof(source), MarketConsts.MaxSourceLength);

    /// <summary>Share of the recent searches that were answered; null before the first.</summary>
    public double? SuccessRate =>
        RecentOutcomes.Length == 0 ? null : (double)RecentOutcomes.Count(outcome => outcome == '+') / RecentOutcomes.Length;

    /// <summary>Whether it is to be left alone for now.</summary>
    public bool IsBlocked(DateTime now) => BlockedUntil > now;

    /// <summary>Records an answer and compares what it shows with before.</summary>
    public void RecordAnswer(IReadOnlyCollection<MarketListing> listings, DateTime now)
    {
        Remember('+', now);
        FailuresInARow = 0;
        BlockedUntil = null;
        if (listings.Count > 0)
        {
            LastGoodParseAt = now;
            LastListingCount = listings.Count;
        }
        if (listings.Count >= FewestListings)
        {
            CompareShares(ListingFields.Shares(listings), now);
        }
    }

    /// <summary>Records a failure; after a refusal the source rests until the time it named, or for a growing pause.</summary>
    public void RecordFailure(SourceException failure, DateTime now)
    {
        Remember(Letter(failure.Failure), now);
        FailuresInARow++;
        LastFailureAt = now;
        LastFailure = failure.Failure;
        LastFailureReason = failure.Message.Length > MarketConsts.MaxReasonLength ? failure.Message[..MarketConsts.MaxReasonLength] : failure.Message;
        LastRawPage = failure.RawPage ?? LastRawPage;
        if (failure is SourceBlockedException blocked)
        {
            BlockedUntil = blocked.RetryAt ?? now + BlockPause();
        }
    }

    /// <summary>Asks the source again at once: somebody mended what was wrong.</summary>
    public void EndPause()
    {
        BlockedUntil = null;
        FailuresInARow = 0;
    }

    /// <summary>Takes what the source shows now for usual: somebody looked and found nothing to mend.</summary>
    public void AcceptDrift()
    {
        DriftingFields = [];
        DriftingSince = null;
        UsualShares = new Dictionary<string, double>();
        BaselineAnswers = 0;
    }

    private static char Letter(SourceFailure failure) => failure switch
    {
        SourceFailure.Blocked => 'b',
        SourceFailure.MarkupChanged => 'm',
        _ => 'u',
    };

    private void Remember(char outcome, DateTime now)
    {
        LastAskedAt = now;
        var kept = RecentOutcomes.Length < MarketConsts.RecentSearches ? RecentOutcomes : RecentOutcomes[1..];
        RecentOutcomes = kept + outcome;
    }

    private TimeSpan BlockPause()
    {
        var blocksInARow = RecentOutcomes.Reverse().TakeWhile(outcome => outcome == 'b').Count();
        var pause = FirstBlockPause * Math.Pow(2, Math.Min(blocksInARow - 1, 10));
        return pause < LongestBlockPause ? pause : LongestBlockPause;
    }

    private void CompareShares(IReadOnlyDictionary<string, double> shares, DateTime now)
    {
        DriftingFields = BaselineAnswers < FewestAnswers
            ? []
            : [.. shares.Where(share => HasGone(share.Key, share.Value)).Select(share => share.Key).Order(StringComparer.Ordinal)];
        DriftingSince = DriftingFields.Count == 0 ? null : DriftingSince ?? now;
        // The baseline does not get used to a loss: a drifting field keeps its old share until it returns or somebody accepts it.
        UsualShares = shares.ToDictionary(
            share => share.Key,
            share => DriftingFields.Contains(share.Key) ? UsualShares[share.Key] : Blend(share.Key, share.Value));
        BaselineAnswers++;
    }

    private bool HasGone(string field, double share) =>
        UsualShares.TryGetValue(field, out var usual) && usual >= UsualShare && share < usual * LostShare;

    private double Blend(string field, double share) =>
        UsualShares.TryGetValue(field, out var usual) ? (usual * (1 - BaselineWeight)) + (share * BaselineWeight) : share;
}
