using System.Diagnostics;

namespace SaleAuto.Messages;

/// <summary>A process of its own that dispatches the outbox of a database.</summary>
public sealed class OutboxNode : IAsyncDisposable
{
    public const int LeaseSeconds = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("saleauto-").FullName;
    private readonly Process _process;

    public OutboxNode(TestDatabase database, string twilio)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SaleAuto.OutboxProcess.dll"));
        foreach (var (name, value) in Settings(database, twilio))
        {
            start.Environment[name] = value;
        }
        _process = Process.Start(start)!;
        Errors = _process.StandardError.ReadToEndAsync();
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public Task<string> Errors { get; }

    /// <summary>kill -9: nothing of the process runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Settings(TestDatabase database, string twilio) => new()
    {
        ["Database__Provider"] = database.Provider,
        ["ConnectionStrings__Default"] = database.ConnectionString,
        ["DataFolder"] = _folder,
        ["PublicUrl"] = "https://saleauto.test",
        ["Twilio__BaseAddress"] = twilio,
        ["Twilio__AccountSid"] = "AC0123456789abcdef0123456789abcdef",
        ["Twilio__AuthToken"] = "12345",
        ["Twilio__From"] = "+15005550006",
        ["Outbox__LeaseSeconds"] = $"{LeaseSeconds}",
    };
}
