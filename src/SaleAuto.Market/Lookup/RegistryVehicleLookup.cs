using Microsoft.Extensions.Options;
using SaleAuto.Cars;

namespace SaleAuto.Market;

/// <summary>Asks the plate registry over HTTP. Many registries first start a search of their own: they answer "accepted" and where to ask again.</summary>
internal sealed class RegistryVehicleLookup(
    PolitePages pages,
    BaseAddresses addresses,
    VehicleNames names,
    IOptions<MarketOptions> options,
    TimeProvider time) : IVehicleLookup
{
    /// <summary>Name in failures.</summary>
    public const string Source = "registry";

    private static readonly TimeSpan ShortestPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(15);

    private RegistryOptions Registry => options.Value.Registry;

    /// <inheritdoc />
    public async Task<VehicleRecord?> FindAsync(PlateNumber plate, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Registry.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var baseAddress = await addresses.GetAsync(options.Value.PlateRegistry, either.Token);
            return await AskAsync(new Uri(baseAddress, $"api/vehicles/{Uri.EscapeDataString(plate.Value)}"), either.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceUnavailableException(Source, $"no answer within {Registry.Timeout.TotalSeconds:0.#} s", late);
        }
    }

    private async Task<VehicleRecord?> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reply = await pages.GetAsync(Source, url, Registry.Politeness, null, cancellationToken);
            switch (reply.Page.StatusCode)
            {
                case 200:
                    return RegistryAnswer.TryRead(reply.Page.Body)?.ToRecord(names, time.GetUtcNow().Year)
                        ?? throw new SourceUnavailableException(Source, "the answer is no car");
                case 404:
                    return null;
                case 202:
                    url = Next(url, reply.Location);
                    await Task.Delay(Pause(reply.RetryAfter), time, cancellationToken);
                    continue;
                default:
                    throw new SourceUnavailableException(Source, $"answered {reply.Page.StatusCode}");
            }
        }
    }

    // The plate goes to the configured registry only, wherever an answer points.
    private static Uri Next(Uri url, Uri? location) =>
        location is null || Uri.Compare(location, url, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? location ?? url
            : throw new SourceUnavailableException(Source, "points to another host");

    private TimeSpan Pause(TimeSpan? asked)
    {
        var pause = asked ?? Registry.PollDelay;
        return pause < ShortestPoll ? ShortestPoll : pause > LongestPoll ? LongestPoll : pause;
    }
}
