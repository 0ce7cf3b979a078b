using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto;

/// <summary>The very program on a free port of loopback, with a database of its own and the sandbox for SMS and the market.</summary>
public sealed class SiteHost : WebApplicationFactory<Program>
{
    private static readonly FolderTemplate Demo = new(folder => new SiteHost(new DirectoryInfo(folder), null, demo: true) { _isTemplate = true });

    private readonly DirectoryInfo _data;

    private readonly Action<IServiceCollection>? _replace;

    private readonly bool _demo;

    private bool _isTemplate;

    public SiteHost(Action<IServiceCollection>? replace = null, bool demo = false)
        : this(NewFolder(demo), replace, demo)
    {
    }

    private SiteHost(DirectoryInfo data, Action<IServiceCollection>? replace, bool demo)
    {
        _data = data;
        _replace = replace;
        _demo = demo;
        UseKestrel(0);
        StartServer();
        Url = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "127.0.0.1");
    }

    public string Url { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("DataFolder", _data.FullName);
        builder.UseSetting("Demo:Enabled", _demo ? "true" : "false");
        builder.UseSetting("SignIn:ResendSeconds", "15"); // so that a test may wait for it
        builder.UseSetting("SignIn:CodesPerAddressPerHour", "10000");
        builder.UseSetting("SignIn:CodesPerAddressPerDay", "10000");
        builder.UseSetting("Telegram:ChatPauseMilliseconds", "0"); // the sandbox has no limits of pace
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureServices(services => _replace?.Invoke(services));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_isTemplate)
        {
            return;
        }
        try
        {
            _data.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A pooled SQLite connection may still hold its file; the system cleans its temporary folder.
        }
    }

    private static DirectoryInfo NewFolder(bool demo)
    {
        var folder = Directory.CreateTempSubdirectory("saleauto-browser-");
        if (demo)
        {
            Demo.CopyTo(folder.FullName);
        }
        return folder;
    }
}
