using System.Text.RegularExpressions;

namespace SaleAuto.Site.Visits;

/// <summary>Tells people who open a page from programs, and a page that is opened from one that is only fetched or follows another.</summary>
public static partial class Visitors
{
    private static readonly string[] _ahead = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];

    /// <summary>Whether a person opens a page of the site, coming from elsewhere.</summary>
    public static bool OpensPage(HttpRequest request)
    {
        var headers = request.Headers;
        return HttpMethods.IsGet(request.Method)
            && headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && Array.TrueForAll(_ahead, x => !headers.ContainsKey(x))
            && !headers.ContainsKey("HX-Request")
            && headers["Sec-Fetch-Dest"].ToString() is "" or "document"
            && headers["Sec-Fetch-Mode"].ToString() is "" or "navigate"
            && (headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } from ? from != "same-origin" : !IsOwn(headers.Referer, request.Host));
    }

    /// <summary>Whether the sender calls itself a browser that a person sits before.</summary>
    public static bool IsBrowser(string? userAgent) =>
        userAgent is not null
        && (userAgent.StartsWith("Mozilla/", StringComparison.Ordinal) || userAgent.StartsWith("Opera/", StringComparison.Ordinal))
        && !Programs().IsMatch(userAgent);

    // Without cookies, the pages after the first one are known by where they were asked for.
    private static bool IsOwn(string? referer, HostString host) =>
        Uri.TryCreate(referer, UriKind.Absolute, out var from) && string.Equals(from.Authority, host.Value, StringComparison.OrdinalIgnoreCase);

    // Cubot makes phones, and YandexSearch is an app to read in.
    [GeneratedRegex(
        "(?<!cu)bot(?![a-z])|crawl|spider|slurp|headless|lighthouse|phantomjs|preview|facebookexternalhit|vkshare|mediapartners|google-|yandex(?!search|browser)[a-z]+/"
        + "|monitor|pingdom|uptime|archiver|scanner|validator",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Programs();
}
