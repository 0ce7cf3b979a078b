using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SaleAuto.Market;

namespace SaleAuto.Sandbox;

/// <summary>Address at which this very program listens, from the inside: loopback, plain HTTP where it has both.</summary>
internal sealed class SandboxAddress(IServer server, IHostApplicationLifetime lifetime) : ISandboxAddress
{
    private static readonly string[] Anywhere = ["0.0.0.0", "[::]", "+", "*"];

    public async Task<Uri> GetAsync(CancellationToken cancellationToken)
    {
        await StartedAsync(cancellationToken);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var urls = addresses.Select(ToLoopback).ToList();
        return urls.Find(url => url.Scheme == Uri.UriSchemeHttp) ?? urls.FirstOrDefault()
            ?? throw new InvalidOperationException("The server listens nowhere, so its sandbox cannot be reached");
    }

    // Background work begins before the server listens.
    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    private static Uri ToLoopback(string address)
    {
        var host = Anywhere.FirstOrDefault(any => address.Contains($"://{any}", StringComparison.Ordinal));
        return new Uri(host is null ? address : address.Replace($"://{host}", "://127.0.0.1", StringComparison.Ordinal));
    }
}
