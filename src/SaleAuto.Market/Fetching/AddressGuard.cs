using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace SaleAuto.Market;

/// <summary>Opens connections only to the public internet: an address found on a page must not reach into our own network.
/// The resolved address itself is checked and connected to, so that a name cannot change its mind in between.</summary>
public sealed class AddressGuard(IOptions<MarketOptions> options, IHostResolver resolver, ISandboxAddress? sandbox = null)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var resolved = IPAddress.TryParse(host, out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        var allowed = resolved.Where(address => IsAllowed(host, address)).ToArray();
        if (allowed.Length == 0)
        {
            throw new ForbiddenAddressException(host);
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(string host, IPAddress address) =>
        PublicInternet.Contains(address)
        || options.Value.Fetching.TrustedHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || (sandbox is not null && IPAddress.IsLoopback(address));
}

/// <summary>The name stands for no public address.</summary>
public sealed class ForbiddenAddressException(string host) : Exception($"{host} is not an address of the public internet");

/// <summary>Turns host names into addresses.</summary>
public interface IHostResolver
{
    /// <summary>All addresses of the host.</summary>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}

/// <summary>The system's resolver.</summary>
public sealed class DnsHostResolver : IHostResolver
{
    /// <inheritdoc />
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);
}
