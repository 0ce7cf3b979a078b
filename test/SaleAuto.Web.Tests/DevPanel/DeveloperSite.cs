using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaleAuto.DevPanel;

/// <summary>The program with demo rows on a database of its own, started once for a test class.</summary>
public sealed class DeveloperSiteOn<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    public TDatabase Database { get; } = new();

    public DeveloperSite Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        Site = new DeveloperSite(Database);
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>The program without its background work, so that rows stand still between two steps.</summary>
public sealed class DeveloperSite : WebApplicationFactory<Program>
{
    public const string Login = "ada";
    public const string Password = "quiet-Harbour-39-lanterns";

    private readonly TestDatabase _database;
    private readonly string _password;

    public DeveloperSite(TestDatabase database, string password = Password)
    {
        (_database, _password) = (database, password);
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Somebody at the panel; without a password, anybody.</summary>
    public DeveloperVisit Visit(string? password = Password)
    {
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new DeveloperVisit(new Uri(address), password);
    }

    public async Task<T> InDatabaseAsync<T>(Func<SaleAutoDbContext, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:Provider", _database.Provider);
        builder.UseSetting("ConnectionStrings:Default", _database.ConnectionString);
        builder.UseSetting("DataFolder", Directory.CreateTempSubdirectory("saleauto-dev-").FullName);
        builder.UseSetting("PublicUrl", "http://localhost");
        builder.UseSetting("DeveloperPanel:Login", _password.Length > 0 ? Login : "");
        builder.UseSetting("DeveloperPanel:Password", _password);
        builder.ConfigureTestServices(services =>
        {
            foreach (var hosted in services.Where(IsBackgroundWork).ToList())
            {
                services.Remove(hosted);
            }
        });
    }

    private static bool IsBackgroundWork(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.Assembly.GetName().Name is "Quartz" or "SaleAuto.BackgroundJobs";
}

/// <summary>A browser that sends the password with every request, as browsers do.</summary>
public sealed class DeveloperVisit : IDisposable
{
    public DeveloperVisit(Uri address, string? password)
    {
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        if (password is not null)
        {
            var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{DeveloperSite.Login}:{password}"));
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        }
    }

    public HttpClient Http { get; }

    public async Task<IHtmlDocument> ReadAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(path);
        response.StatusCode.ShouldBe(status, path);
        return await StaffBrowser.ParseAsync(response);
    }

    /// <summary>Sends the page's form as a browser would: every field with what stands in it, but for what was changed.</summary>
    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, params (string Name, string? Value)[] changed)
    {
        var form = page.Forms.Last(form => form.Method == "post");
        var fields = Fields(form).Where(field => !changed.Any(change => change.Name == field.Key))
            .Concat(changed.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Name, change.Value!)));
        return Http.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields));
    }

    public void Dispose() => Http.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("[name]"))
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value.ReplaceLineEndings("\r\n"),
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is not null)
            {
                yield return KeyValuePair.Create(element.GetAttribute("name")!, value);
            }
        }
    }
}
