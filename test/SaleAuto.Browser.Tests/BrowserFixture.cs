using Microsoft.Playwright;

namespace SaleAuto;

/// <summary>One browser, and one program without demo people, for a collection of tests; every test gets a window of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private HttpClient? _http;
    private readonly Lazy<SiteHost> _host = new(() => new SiteHost());
    private int _phones;

    public SiteHost Host => _host.Value;

    public HttpClient Http => _http ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Host.Url) };

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        // Two busy cores: patience costs nothing where all is well.
        Assertions.SetDefaultExpectTimeout(30_000);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        _http?.Dispose();
        if (_host.IsValueCreated)
        {
            await Host.DisposeAsync();
        }
    }

    /// <summary>A mobile number that no other test uses.</summary>
    public string NewPhone() => $"+7900{Interlocked.Increment(ref _phones):0000000}";

    public async Task<Visitor> OpenAsync(Window? window = null, SiteHost? host = null)
    {
        window ??= new Window();
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = (host ?? Host).Url,
            JavaScriptEnabled = window.Scripts,
            ColorScheme = window.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = window.Desktop ? new() { Width = 1440, Height = 900 } : new() { Width = 390, Height = 844 },
            Locale = window.Language == "en" ? "en-GB" : "ru-RU",
            DeviceScaleFactor = window.Scale,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        return new Visitor(window, context, await context.NewPageAsync(), (host ?? Host).Url);
    }
}

/// <summary>How somebody looks at the site.</summary>
public sealed record Window
{
    public bool Desktop { get; init; }

    public bool Dark { get; init; }

    public bool Scripts { get; init; } = true;

    public string Language { get; init; } = "ru";

    public float Scale { get; init; } = 1;
}

/// <summary>Tests of the public site.</summary>
[CollectionDefinition(nameof(SiteCollection))]
public sealed class SiteCollection : ICollectionFixture<BrowserFixture>;

/// <summary>Tests of lists and records.</summary>
[CollectionDefinition(nameof(RecordsCollection))]
public sealed class RecordsCollection : ICollectionFixture<BrowserFixture>;

/// <summary>Tests of the staff's other screens.</summary>
[CollectionDefinition(nameof(StaffCollection))]
public sealed class StaffCollection : ICollectionFixture<BrowserFixture>;
