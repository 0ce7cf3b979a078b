using System.Collections.Concurrent;
using System.Diagnostics;

namespace SaleAuto.Telegram;

/// <summary>The program itself in a process of its own, with its demo and a Bot API given by the test; killed and started again over the same data.</summary>
public sealed class ProgramProcess(TestDatabase database, BotApiStandIn telegram) : IAsyncDisposable
{
    private const int LogLines = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;

    /// <summary>What it wrote last.</summary>
    public string Log => string.Join('\n', _log.TakeLast(LogLines));

    /// <summary>Whether it ended though nobody killed it.</summary>
    public bool HasFailed => _process is { HasExited: true };

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SaleAuto.Web.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings())
        {
            start.Environment[name] = value;
        }
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>kill -9: it has no moment left for anything.</summary>
    public async Task KillAsync()
    {
        var process = _process!;
        _process = null;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["Database__Provider"] = database.Provider,
        ["ConnectionStrings__Default"] = database.ConnectionString,
        ["DataFolder"] = _folder,
        ["Telegram__BaseAddress"] = telegram.Address,
        ["Telegram__BotToken"] = telegram.Token,
        ["Telegram__ChatPauseMilliseconds"] = "0",
        ["Telegram__LeaseSeconds"] = "6",
    };
}
