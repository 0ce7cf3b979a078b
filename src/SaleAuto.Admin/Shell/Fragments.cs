using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SaleAuto.Admin.Shell;

/// <summary>How a message to the person looks.</summary>
public enum ToastKind
{
    /// <summary>Something is done.</summary>
    Success,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Something was refused or failed.</summary>
    Danger,
}

/// <summary>A second thing to do from a message: undo, or go and look.</summary>
/// <param name="Caption">Caption of the button.</param>
/// <param name="Post">Address that is posted to, or null.</param>
/// <param name="Href">Address that is opened, or null.</param>
public sealed record ToastAction(string Caption, string? Post = null, string? Href = null);

/// <summary>What htmx and the shell's script understand beside the HTML of an answer.</summary>
public static class Fragments
{
    private const string FlashCookie = "sa_toast";

    /// <summary>Whether a part of a page is asked for, not the whole of it.</summary>
    public static bool IsFragment(this HttpRequest request) =>
        request.Headers["HX-Request"] == "true" && request.Headers["HX-Request-Type"] != "full" && request.Headers["HX-History-Restore-Request"] != "true";

    /// <summary>Shows a message with the answer; it goes away by itself, a refusal stays until it is closed.</summary>
    public static void Toast(this HttpResponse response, ToastKind kind, string text, ToastAction? action = null) =>
        response.Trigger("toast", new { target = "body", kind = kind.ToString().ToLowerInvariant(), text, action = action?.Caption, post = action?.Post, href = action?.Href });

    /// <summary>Shows a message on the next page: the answer is a redirect.</summary>
    public static void ToastOnNextPage(this HttpResponse response, ToastKind kind, string text, ToastAction? action = null) =>
        response.Cookies.Append(
            FlashCookie,
            JsonSerializer.Serialize(new { kind = kind.ToString().ToLowerInvariant(), text, action = action?.Caption, post = action?.Post, href = action?.Href }),
            new CookieOptions { Path = AdminScreens.Home, SameSite = SameSiteMode.Strict, Secure = response.HttpContext.Request.IsHttps, MaxAge = TimeSpan.FromSeconds(30), IsEssential = true });

    /// <summary>Raises an event in the page; several may be raised by one answer.</summary>
    public static void Trigger(this HttpResponse response, string name, object? detail = null)
    {
        const string header = "HX-Trigger";
        var events = response.Headers.TryGetValue(header, out var earlier)
            ? JsonSerializer.Deserialize<Dictionary<string, object?>>(earlier.ToString())!
            : [];
        events[name] = detail ?? new { target = "body" };
        response.Headers[header] = JsonSerializer.Serialize(events); // letters outside ASCII are escaped
    }

    /// <summary>Closes the dialog that the form stood in.</summary>
    public static void CloseDialog(this HttpResponse response) => response.Trigger("dialog-close");

    /// <summary>Leads the whole page elsewhere: by a header for a fragment, by a redirect else.</summary>
    public static IResult GoTo(this HttpContext context, string address)
    {
        if (!context.Request.IsFragment())
        {
            return TypedResults.LocalRedirect(address);
        }
        context.Response.Headers["HX-Redirect"] = address;
        return TypedResults.NoContent();
    }
}
