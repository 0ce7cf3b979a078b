using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;

namespace SaleAuto.Market;

/// <summary>Single requests, each in the lane of its host. Follows no redirects and knows no robots.txt.</summary>
internal sealed class PolitePages : IDisposable
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, Lazy<HostLane>> _lanes = new();
    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    public PolitePages(AddressGuard guard, IOptions<MarketOptions> options, TimeProvider time)
    {
        _time = time;
        // A proxy would connect in our stead, past the guard. Cookies would make a session of separate questions.
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = guard.ConnectAsync,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Add("User-Agent", options.Value.Fetching.UserAgent);
        _http.DefaultRequestHeaders.Add("Accept-Language", "ru, en;q=0.5");
    }

    /// <summary>The lane of the address. The first politeness that comes for a host holds.</summary>
    public HostLane LaneOf(Uri url, PolitenessOptions politeness) =>
        _lanes.GetOrAdd(url.GetLeftPart(UriPartial.Authority), _ => new Lazy<HostLane>(() => new HostLane(politeness, _time))).Value;

    /// <summary>Asks for one address.</summary>
    /// <exception cref="SourceUnavailableException">No answer, an answer too large, a server error.</exception>
    /// <exception cref="SourceBlockedException">401, 403, 429, 451, or any answer that names a time to come back.</exception>
    public async Task<Reply> GetAsync(string source, Uri url, PolitenessOptions politeness, Validators? known, CancellationToken cancellationToken)
    {
        var lane = LaneOf(url, politeness);
        try
        {
            return await lane.RunAsync(source, token => SendAsync(source, url, politeness, known, token), cancellationToken);
        }
        catch (SourceBlockedException blocked) when (blocked.RetryAt is { } retryAt)
        {
            lane.RestUntil(retryAt);
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<Reply> SendAsync(string source, Uri url, PolitenessOptions politeness, Validators? known, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(politeness.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        known?.AddTo(request.Headers);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var retryAfter = RetryAfter(response);
            ThrowIfRefused(source, response.StatusCode, retryAfter);
            var body = await LimitedBody.ReadAsync(response.Content, politeness.MaxPageBytes, either.Token)
                ?? throw new SourceUnavailableException(source, $"the page is larger than {politeness.MaxPageBytes} bytes");
            var page = new FetchedPage(url, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body);
            var location = response.Headers.Location is { } target ? new Uri(url, target) : null;
            return new Reply(page, location, retryAfter, Validators.Of(response));
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PassingFailureException($"no answer within {politeness.Timeout.TotalSeconds:0.#} s", late);
        }
        catch (HttpRequestException failure) when (failure.InnerException is ForbiddenAddressException forbidden)
        {
            throw new SourceUnavailableException(source, forbidden.Message, failure);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            throw new PassingFailureException(failure.Message, failure);
        }
    }

    private void ThrowIfRefused(string source, HttpStatusCode status, TimeSpan? retryAfter)
    {
        var isServerError = (int)status >= 500;
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests or HttpStatusCode.UnavailableForLegalReasons
            || (isServerError && retryAfter is not null))
        {
            var retryAt = retryAfter is { } pause ? (_time.GetUtcNow() + pause).UtcDateTime : (DateTime?)null;
            throw new SourceBlockedException(source, $"answered {(int)status}") { RetryAt = retryAt };
        }
        if (isServerError || status == HttpStatusCode.RequestTimeout)
        {
            throw new PassingFailureException($"answered {(int)status}");
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var pause = header?.Delta ?? (header?.Date is { } date ? date - _time.GetUtcNow() : null);
        return pause is not { } asked ? null : asked < TimeSpan.Zero ? TimeSpan.Zero : asked > LongestRest ? LongestRest : asked;
    }
}
