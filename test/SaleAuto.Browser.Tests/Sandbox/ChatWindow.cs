using Microsoft.Playwright;
using SaleAuto.Site;
using static Microsoft.Playwright.Assertions;

namespace SaleAuto.Sandbox;

/// <summary>A chat with the bot in the window of Development, as one of the demo people.</summary>
internal sealed class ChatWindow
{
    private readonly Visitor _visitor;
    private readonly ILocator _log;

    private ChatWindow(Visitor visitor) => (_visitor, _log) = (visitor, visitor.Page.Locator("#log"));

    /// <summary>The newest message.</summary>
    public ILocator Last => _log.Locator(".tg-message").Last;

    public static async Task<ChatWindow> OpenAsync(Visitor visitor, long chat)
    {
        await visitor.Page.GotoAsync($"/sandbox/telegram?chat={chat}");
        await Expect(visitor.Page.Locator("body")).ToHaveAttributeAsync("data-ready", "true");
        return new ChatWindow(visitor);
    }

    /// <summary>Writes a text and waits for the answer.</summary>
    public async Task SendAsync(string text, string answer)
    {
        await _visitor.Page.FillAsync("#text", text);
        await _visitor.Page.Locator("#text").PressAsync("Enter");
        await Expect(Last).ToContainTextAsync(answer);
    }

    /// <summary>Presses the lowest button of that name and waits for the answer.</summary>
    public async Task PressAsync(string caption, string answer)
    {
        await _log.GetByRole(AriaRole.Button, new() { Name = caption }).Last.ClickAsync();
        await Expect(Last).ToContainTextAsync(answer);
    }

    /// <summary>Sends pictures, several as an album, and waits for the answer.</summary>
    public async Task SendPhotosAsync(string answer, params IReadOnlyList<string> captions)
    {
        var files = new List<FilePayload>();
        foreach (var caption in captions)
        {
            files.Add(await PictureAsync(caption));
        }
        await _visitor.Page.Locator("#photos").SetInputFilesAsync(files);
        await Expect(_visitor.Page.Locator("#attached li")).ToHaveCountAsync(files.Count);
        await _visitor.Page.ClickAsync(".tg-send");
        await Expect(Last).ToContainTextAsync(answer);
    }

    /// <summary>The window fits, keeps nobody out, and is taken for the guide.</summary>
    public async Task LookAsync(string name)
    {
        if (ScreenshotTheoryAttribute.Folder is { } folder)
        {
            await _visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        }
        await _visitor.ShouldBeAccessibleAsync();
        await _visitor.ShouldFitTheWindowAsync();
        _visitor.ShouldHaveStayedHome();
    }

    // What a camera would have seen, in words.
    private async Task<FilePayload> PictureAsync(string caption)
    {
        var page = await _visitor.NewTabAsync();
        await page.SetViewportSizeAsync(640, 480);
        await page.SetContentAsync($"""
            <body style="margin:0;height:480px;display:grid;place-items:center;font:600 44px sans-serif;color:#fff;background:linear-gradient(#8fa9bd 0 55%,#4c5358 55%)">
            <span style="padding:24px 40px;border-radius:28px;background:#1d2b3a">{caption}</span></body>
            """);
        var picture = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 80 });
        await page.CloseAsync();
        return new FilePayload { Name = $"{caption}.jpg", MimeType = "image/jpeg", Buffer = picture };
    }
}
