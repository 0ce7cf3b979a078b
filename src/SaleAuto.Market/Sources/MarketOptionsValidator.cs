using Microsoft.Extensions.Options;

namespace SaleAuto.Market;

/// <summary>Refuses to start with settings that could not work, and names all of them.</summary>
internal sealed class MarketOptionsValidator(ISandboxAddress? sandbox = null) : IValidateOptions<MarketOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, MarketOptions options)
    {
        var faults = General(options).Concat(options.Sources.SelectMany(Source)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> General(MarketOptions options)
    {
        if (options.Sources.Count == 0)
        {
            yield return "Market:Sources is missing: name at least one site of car adverts";
        }
        if (options.Sources.GroupBy(source => source.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return $"Market:Sources names {twice.Key} twice";
        }
        if (string.IsNullOrWhiteSpace(options.PlateRegistry))
        {
            yield return "Market:PlateRegistry is missing: the address of the plate registry";
        }
        else if (!BaseAddresses.IsValid(options.PlateRegistry, sandbox is not null))
        {
            yield return "Market:PlateRegistry is no http or https address";
        }
        if (options.Fetching.ProductToken.Length == 0 || !options.Fetching.ProductToken.All(c => char.IsAsciiLetter(c) || c is '_' or '-'))
        {
            yield return "Market:Fetching:UserAgent must begin with a name of letters, as in SaleAutoBot/1.0";
        }
        if (options.CacheAge < TimeSpan.Zero || options.SearchTimeout <= TimeSpan.Zero || options.Registry.Timeout <= TimeSpan.Zero)
        {
            yield return "Market:CacheAge, Market:SearchTimeout and Market:Registry:Timeout must be above zero";
        }
        if (options.RawPagesPerSource < 1 || options.RawPageBytes < 1 || options.Fetching.CacheBytes < 0 || options.Fetching.MaxRedirects < 0)
        {
            yield return "Market:RawPagesPerSource, Market:RawPageBytes, Market:Fetching:CacheBytes and :MaxRedirects must not be below their least values";
        }
        foreach (var fault in Politeness("Market:Registry", options.Registry.Politeness))
        {
            yield return fault;
        }
    }

    private IEnumerable<string> Source(SourceOptions source, int index)
    {
        var key = $"Market:Sources:{index}";
        if (string.IsNullOrWhiteSpace(source.Name) || source.Name.Length > MarketConsts.MaxSourceLength || !source.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
        {
            yield return $"{key}:Name must be made of Latin letters, digits, dots and hyphens";
        }
        if (!BaseAddresses.IsValid(source.BaseAddress, sandbox is not null))
        {
            yield return $"{key}:BaseAddress is no http or https address";
        }
        if (string.IsNullOrWhiteSpace(source.SearchPath))
        {
            yield return $"{key}:SearchPath is missing";
        }
        foreach (var fault in Politeness(key, source.Politeness))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Politeness(string key, PolitenessOptions politeness)
    {
        var isRight = politeness is { Concurrency: >= 1, MaxPages: >= 1, MaxPageBytes: >= 1, Retries: >= 0, BreakerRequests: >= 2 }
            && politeness.Delay >= TimeSpan.Zero && politeness.RetryDelay >= TimeSpan.Zero
            && politeness.Timeout > TimeSpan.Zero && politeness.BreakerPause >= TimeSpan.FromSeconds(0.5);
        if (!isRight)
        {
            yield return $"{key}:Politeness has a value below its least: Concurrency, MaxPages and MaxPageBytes 1, BreakerRequests 2, BreakerPause 0.5 s, no time below zero";
        }
    }
}
