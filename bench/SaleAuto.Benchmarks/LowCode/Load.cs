using System.Diagnostics;
using System.Net.Http.Headers;

namespace SaleAuto.Benchmarks.LowCode;

/// <summary>Sixteen connections that ask one after the other without a pause.</summary>
internal sealed class Load : IDisposable
{
    private const int Connections = 16;

    private readonly HttpClient _client;

    /// <summary>Load on a program.</summary>
    public Load(Uri address, string token)
    {
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Answers a second.</summary>
    /// <param name="request">Makes the next request.</param>
    /// <param name="duration">How long.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    public async Task<double> RunAsync(Func<HttpRequestMessage> request, TimeSpan duration, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => AskAsync()));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;

        async Task<int> AskAsync()
        {
            var count = 0;
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                using var message = request();
                using var answer = await _client.SendAsync(message, cancellationToken);
                if (!answer.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException($"{message.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
                }
                await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
                count++;
            }
            return count;
        }
    }

    /// <summary>One answer.</summary>
    public async Task<string> GetAsync(string path, CancellationToken cancellationToken) => await _client.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken);

    /// <summary>Milliseconds of one answer.</summary>
    public async Task<(double Milliseconds, string Answer)> TimeAsync(string path, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await GetAsync(path, cancellationToken);
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, answer);
    }

    public void Dispose() => _client.Dispose();
}
