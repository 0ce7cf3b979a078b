namespace SaleAuto.Market;

/// <summary>Section <c>Market</c>.</summary>
public sealed record MarketOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Market";

    /// <summary>Sites of adverts, <c>Market:Sources</c>.</summary>
    public IList<SourceOptions> Sources { get; set; } = [];

    /// <summary>Base address of the plate registry, <c>Market:PlateRegistry</c>.</summary>
    public string PlateRegistry { get; set; } = "";

    /// <summary>What holds for requests to all sites.</summary>
    public FetchingOptions Fetching { get; set; } = new();

    /// <summary>How gently and how long the registry is asked.</summary>
    public RegistryOptions Registry { get; set; } = new();

    /// <summary>How long an answer of a source is used again.</summary>
    public TimeSpan CacheAge { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long all sources together may take.</summary>
    public TimeSpan SearchTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Pages kept of each source that were not understood.</summary>
    public int RawPagesPerSource { get; set; } = 20;

    /// <summary>Largest kept part of such a page, bytes.</summary>
    public int RawPageBytes { get; set; } = 2 * 1024 * 1024;
}

/// <summary>Section <c>Market:Registry</c>.</summary>
public sealed record RegistryOptions
{
    /// <summary>How long an answer may take, waiting for a registry that answers later included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Pause before asking again for an answer in the making, when the registry names none.</summary>
    public TimeSpan PollDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How gently it is asked.</summary>
    public PolitenessOptions Politeness { get; set; } = new()
    {
        Delay = TimeSpan.Zero,
        Concurrency = 4,
        Timeout = TimeSpan.FromSeconds(30),
        MaxPageBytes = 64 * 1024,
        Retries = 1,
        BreakerRequests = 10,
        BreakerPause = TimeSpan.FromSeconds(15),
    };
}
