using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto;

/// <summary>A car owner at the window: the steps that many tests take.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    /// <summary>An address counts as reached once the answer is there; later events may have passed before somebody waits for them.</summary>
    public static readonly PageWaitForURLOptions Reached = new() { WaitUntil = WaitUntilState.Commit };

    private const string SeriousFindings = """
        async () => (await axe.run({ resultTypes: ['violations'] })).violations
            .filter(found => found.impact === 'serious' || found.impact === 'critical')
            .map(found => `${found.id}: ${found.nodes.map(node => node.html).join(' | ')}`)
        """;

    private const string SettledOverflow = """
        async () => {
            const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
            for (let frame = 0; overflow() !== 0 && frame < 300; frame++) {
                await new Promise(requestAnimationFrame);
            }
            return overflow();
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly HttpClient _http = new();

    private readonly string _home;
    private readonly IBrowserContext _context;
    private readonly ConcurrentBag<string> _foreign = [];
    private readonly ConcurrentBag<string> _refused = [];
    private volatile bool _checking; // the accessibility checker writes style elements of its own into the page

    public Visitor(Window window, IBrowserContext context, IPage page, string home)
    {
        _home = home.TrimEnd('/');
        _context = context;
        Window = window;
        Page = page;
        var own = new Uri(home).Authority;
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != own)
            {
                _foreign.Add(request.Url);
            }
        };
        context.Console += (_, message) =>
        {
            if (!_checking && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _refused.Add(message.Text);
            }
        };
    }

    public Window Window { get; }

    public IPage Page { get; }

    public ILocator Submit => Page.Locator("main form.card button[type=submit]");

    /// <summary>Address of a page in the visitor's language.</summary>
    public string At(string path) => Window.Language == "en" ? (path == "/" ? "/en" : "/en" + path) : path;

    public Task GoAsync(string path) => Page.GotoAsync(At(path));

    public Task<IPage> NewTabAsync() => _context.NewPageAsync();

    /// <summary>Types the plate on the landing page.</summary>
    public async Task StartAsync(string plate)
    {
        await GoAsync("/");
        await Page.FillAsync("#plate", plate);
        await Page.ClickAsync("#plate-form button");
        await Page.WaitForURLAsync("**/sell?plate=*", Reached);
    }

    /// <summary>Fills in what the request needs and sends it.</summary>
    public async Task RequestAsync(string phone, string name = "Анна")
    {
        await Page.FillAsync("#name", name);
        await Page.FillAsync("#phone", phone);
        await Page.CheckAsync("#personal-data");
        await Submit.ClickAsync();
        await Page.WaitForURLAsync("**/sell/confirm", Reached);
    }

    /// <summary>
    /// A double click on a slow line: the server has done what the first click asks when the second one asks for it again, and the browser shows the second answer.
    /// The browser's own double click may come so late that it hits the next page.
    /// </summary>
    public async Task SubmitTwiceAsync(ILocator button)
    {
        var done = new TaskCompletionSource();
        await Page.RouteAsync("**", TakeAsync);
        await button.ScrollIntoViewIfNeededAsync();
        var place = (await button.BoundingBoxAsync())!;
        await ClickAsync();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await ClickAsync();

        // The button itself would not be found before the next page is there.
        Task ClickAsync() => Page.Mouse.ClickAsync(place.X + (place.Width / 2), place.Y + (place.Height / 2));

        async Task TakeAsync(IRoute route)
        {
            if (route.Request.Method != "POST")
            {
                await route.ContinueAsync();
                return;
            }
            await Page.UnrouteAsync("**", TakeAsync);
            await route.FetchAsync(new() { MaxRedirects = 0, Timeout = 60_000 }); // and its answer never gets to the page
            done.SetResult();
        }
    }

    /// <summary>Reads the SMS and types its code.</summary>
    public async Task ConfirmAsync(string phone)
    {
        await Page.FillAsync("#code", await ReadCodeAsync(phone));
        await Page.ClickAsync(".card .button");
    }

    /// <summary>The whole way from the plate to the offer's page.</summary>
    public async Task SellAsync(string plate, string phone)
    {
        await StartAsync(plate);
        await RequestAsync(phone);
        await ConfirmAsync(phone);
        await Page.WaitForURLAsync("**/offer/*", Reached);
    }

    /// <summary>Waits until the price or the sentence instead of it is there; the page gets there by itself.</summary>
    public Task WaitForPriceAsync() => Expect(Page.Locator(".searching")).ToHaveCountAsync(0, new() { Timeout = 120_000 });

    /// <summary>The code in the newest SMS to the phone that is not an earlier one.</summary>
    public async Task<string> ReadCodeAsync(string phone, string? otherThan = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var inbox = await _http.GetFromJsonAsync<JsonElement>($"{_home}/sandbox/messages.json?to={Uri.EscapeDataString(phone)}", patience.Token);
            var code = inbox.EnumerateArray().Select(message => Code().Match(message.GetProperty("text").GetString()!).Groups[1].Value).FirstOrDefault(found => found.Length > 0);
            if (code is not null && code != otherThan)
            {
                return code;
            }
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>Nothing on the page keeps people with disabilities out, as far as a machine can tell.</summary>
    public async Task ShouldBeAccessibleAsync()
    {
        await Page.WaitForLoadStateAsync(); // a click may have led to another page
        _checking = true;
        // In the page itself: the package's own runner opens another tab each time, to gather findings of frames, of which there are none.
        await Page.EvaluateAsync(Axe);
        var serious = await Page.EvaluateAsync<string[]>(SeriousFindings);
        _checking = false;
        serious.ShouldBeEmpty(Page.Url);
    }

    /// <summary>Nothing scrolls sideways, once the page has settled.</summary>
    public async Task ShouldFitTheWindowAsync()
    {
        await Page.WaitForLoadStateAsync();
        (await Page.EvaluateAsync<int>(SettledOverflow)).ShouldBe(0, Page.Url);
    }

    /// <summary>The visit asked nobody but us, and the page's own policy refused nothing of the page.</summary>
    public void ShouldHaveStayedHome()
    {
        _foreign.ShouldBeEmpty();
        _refused.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    [GeneratedRegex(@"#(\d{6})\s*$")]
    private static partial Regex Code();
}
