namespace SaleAuto.Market;

/// <summary>A market source or registry did not give what was asked.</summary>
public abstract class SourceException(string source, string reason, Exception? inner = null)
    : Exception($"{source}: {reason}", inner)
{
    /// <summary>Name of the source.</summary>
    public string SourceName { get; } = source;

    /// <summary>How it failed.</summary>
    public abstract SourceFailure Failure { get; }

    /// <summary>Adverts read before it failed, such as those of the first page when the second did not come.</summary>
    public IReadOnlyList<MarketListing> FoundBefore { get; set; } = [];

    /// <summary>Name of the blob with the page that was not understood, for mending.</summary>
    public string? RawPage { get; set; }
}

/// <summary>Down, slow, or its circuit is open.</summary>
public sealed class SourceUnavailableException(string source, string reason, Exception? inner = null)
    : SourceException(source, reason, inner)
{
    /// <inheritdoc />
    public override SourceFailure Failure => SourceFailure.Unavailable;
}

/// <summary>Takes us for a robot (captcha, 403, 429) or forbids the address.</summary>
public sealed class SourceBlockedException(string source, string reason, Exception? inner = null)
    : SourceException(source, reason, inner)
{
    /// <inheritdoc />
    public override SourceFailure Failure => SourceFailure.Blocked;

    /// <summary>When the source may be asked again, UTC, if it said so.</summary>
    public DateTime? RetryAt { get; init; }
}

/// <summary>The page is neither adverts nor an honest "nothing found".</summary>
public sealed class SourceMarkupChangedException(string source, string reason, Exception? inner = null)
    : SourceException(source, reason, inner)
{
    /// <inheritdoc />
    public override SourceFailure Failure => SourceFailure.MarkupChanged;
}
