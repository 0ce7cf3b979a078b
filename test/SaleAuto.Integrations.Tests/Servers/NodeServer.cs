using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SaleAuto.Servers;

/// <summary>A server of others from <c>test/npm</c> on a free port of this machine, for as long as the fixture lives.</summary>
public abstract class NodeServer : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private readonly int _port = FreePort();
    private Process? _process;

    public string Address => $"http://127.0.0.1:{_port}";

    public static string Npm { get; } = Path.Combine(Repository.Root, "test", "npm");

    /// <summary>Arguments of node that start the server.</summary>
    protected abstract IEnumerable<string> Arguments(int port);

    public async Task InitializeAsync()
    {
        if (!Directory.Exists(Path.Combine(Npm, "node_modules")))
        {
            throw new InvalidOperationException("test/npm/node_modules is missing. Run etc/test.sh: it installs what the tests need.");
        }
        var start = new ProcessStartInfo("node") { WorkingDirectory = Npm, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in Arguments(_port))
        {
            start.ArgumentList.Add(argument);
        }
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitForPortAsync();
    }

    public async Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process?.Dispose();
    }

    private async Task WaitForPortAsync()
    {
        using var limit = new CancellationTokenSource(_patience);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, _port, limit.Token);
                return;
            }
            catch (SocketException) when (_process is { HasExited: false })
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>telegram-test-api: an emulator of the Bot API by others.</summary>
public sealed class TelegramEmulator : NodeServer
{
    protected override IEnumerable<string> Arguments(int port) =>
        ["-e", $"new (require('telegram-test-api'))({{ port: {port}, host: '127.0.0.1', storeTimeout: 600 }}).start()"];
}

/// <summary>Prism over Twilio's own OpenAPI: checks every request against it.</summary>
public sealed class TwilioPrism : NodeServer
{
    protected override IEnumerable<string> Arguments(int port) =>
        [Path.Combine("node_modules", "@stoplight", "prism-cli", "dist", "index.js"), "mock", "-h", "127.0.0.1", "-p", $"{port}", Path.Combine(AppContext.BaseDirectory, "Data", "twilio-messages.openapi.json")];
}
