using Microsoft.Playwright;

namespace SaleAuto;

/// <summary>One program and one browser for all tests; every test gets a window of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private int _phones;

    public SiteHost Host { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = new SiteHost();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Host.Url) };
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
        Http.Dispose();
        await Host.DisposeAsync();
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
        return new Visitor(this, window, context, await context.NewPageAsync(), (host ?? Host).Url);
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

[CollectionDefinition(nameof(BrowserCollection))]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>;
