using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SaleAuto.Market;

/// <summary>Asks all sources at once; what one of them does is no matter of the others.</summary>
internal sealed partial class MarketSearch(
    IReadOnlyList<IMarketSource> sources,
    MarketRecords records,
    IOptions<MarketOptions> options,
    TimeProvider time,
    ILogger<MarketSearch> log) : IMarketSearch
{
    /// <inheritdoc />
    public async Task<MarketSearchResult> SearchAsync(MarketQuery query, CancellationToken cancellationToken)
    {
        var fresh = await records.GetFreshAsync(query, cancellationToken);
        var blocked = await records.GetBlockedAsync(cancellationToken);
        var kept = sources.Where(source => fresh.ContainsKey(source.Name)).Select(source => fresh[source.Name]);
        var resting = sources.Where(source => !fresh.ContainsKey(source.Name) && blocked.ContainsKey(source.Name))
            .Select(source => Resting(source.Name, blocked[source.Name]));
        var toAsk = sources.Where(source => !fresh.ContainsKey(source.Name) && !blocked.ContainsKey(source.Name)).ToList();

        var asked = await AskAsync(toAsk, query, cancellationToken);
        if (asked.Count > 0)
        {
            await records.KeepAsync(query, asked, cancellationToken);
        }
        return Sum([.. kept, .. resting, .. asked]);
    }

    private static MarketSearchResult Sum(IReadOnlyList<SourceAnswer> answers) => new(
        [.. answers.SelectMany(answer => answer.Listings)],
        [.. answers.Where(answer => answer.Failure is null).Select(answer => answer.Source)],
        answers.Where(answer => answer.Failure is not null).ToDictionary(answer => answer.Source, answer => answer.Failure!.Failure));

    private static SourceAnswer Resting(string source, DateTime until) =>
        new(source, [], new SourceBlockedException(source, "asked to be left alone") { RetryAt = until });

    private async Task<IReadOnlyList<SourceAnswer>> AskAsync(IReadOnlyList<IMarketSource> toAsk, MarketQuery query, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.SearchTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var answers = await Task.WhenAll(toAsk.Select(source => AskAsync(source, query, either.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        return answers;
    }

    private async Task<SourceAnswer> AskAsync(IMarketSource source, MarketQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return new SourceAnswer(source.Name, await source.SearchAsync(query, cancellationToken), null);
        }
        catch (SourceException failure)
        {
            LogFailure(source.Name, failure.Failure, failure.Message);
            return new SourceAnswer(source.Name, failure.FoundBefore, failure);
        }
        catch (OperationCanceledException late) when (cancellationToken.IsCancellationRequested)
        {
            LogFailure(source.Name, SourceFailure.Unavailable, "time limit");
            return new SourceAnswer(source.Name, [], new SourceUnavailableException(source.Name, "did not answer within the time of the search", late));
        }
        catch (Exception fault)
        {
            LogFault(fault, source.Name);
            return new SourceAnswer(source.Name, [], new SourceUnavailableException(source.Name, "could not be asked", fault));
        }
    }

    [LoggerMessage(LogLevel.Warning, "Market source {Source} failed, {Failure}: {Reason}")]
    private partial void LogFailure(string source, SourceFailure failure, string reason);

    [LoggerMessage(LogLevel.Error, "Market source {Source} could not be asked")]
    private partial void LogFault(Exception fault, string source);
}
