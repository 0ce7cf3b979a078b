using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SaleAuto.Demo;
using SaleAuto.Staff;

namespace SaleAuto;

/// <summary>The host on a real port, with demo rows in a data folder of its own. Every visitor has a client's session too.</summary>
public class StaffSite : WebApplicationFactory<Program>
{
    private static readonly FolderTemplate Template = new(folder => new StaffSite(folder) { _isTemplate = true });

    private readonly string _folder;
    private bool _isTemplate;

    public StaffSite()
        : this(Directory.CreateTempSubdirectory("saleauto-web-").FullName, Template)
    {
    }

    private StaffSite(string folder, FolderTemplate? template = null)
    {
        _folder = folder;
        template?.CopyTo(folder);
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>A browser with cookies of its own that does not follow redirects.</summary>
    public StaffBrowser Open() => new(Address);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("DataFolder", _folder);
        builder.UseSetting("PublicUrl", "http://localhost");
        builder.ConfigureTestServices(services =>
        {
            services.AddAuthentication(EverybodyIsAClient.Scheme)
                .AddScheme<AuthenticationSchemeOptions, EverybodyIsAClient>(EverybodyIsAClient.Scheme, configureOptions: null);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!_isTemplate && Directory.Exists(_folder))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>The default scheme of the site: a visitor with a client's session, and with claims that must not help.</summary>
    private sealed class EverybodyIsAClient(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        public new const string Scheme = "Client";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var client = new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, DemoStaff.IdOf("admin").ToString()), new Claim(ClaimTypes.Role, StaffRoles.Administrator)], Scheme);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(client), Scheme)));
        }
    }
}
