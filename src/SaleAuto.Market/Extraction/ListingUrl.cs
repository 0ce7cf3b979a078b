using System.Text;

namespace SaleAuto.Market;

/// <summary>Address of an advert: absolute, without fragment and tracking parameters. Two addresses of one advert have the same <see cref="Key"/>.</summary>
internal sealed class ListingUrl
{
    private static readonly string[] TrackingPrefixes = ["utm_", "_openstat", "yclid", "gclid", "fbclid", "ysclid", "from", "context", "ref", "rid", "slocation", "localpriority", "guests", "src", "cm_"];

    private ListingUrl(Uri address)
    {
        Address = address;
        var host = address.Host.ToLowerInvariant();
        Key = (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host) + Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/') + address.Query;
    }

    public Uri Address { get; }

    public string Key { get; }

    /// <summary>Reads an address as the page has it; null when it leads to no web page.</summary>
    public static ListingUrl? Read(string? text, Uri baseAddress)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed[0] == '#' || trimmed.Length > 2000 || !Uri.TryCreate(baseAddress, trimmed, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }
        if (address.Query.Length == 0 && address.Fragment.Length == 0)
        {
            return new ListingUrl(address);
        }
        return new ListingUrl(new UriBuilder(address) { Fragment = "", Query = WithoutTracking(address.Query) }.Uri);
    }

    /// <summary>What adverts of one site have in common: the number of path segments and which of them carry an identifier.</summary>
    public string Shape
    {
        get
        {
            var shape = new StringBuilder();
            foreach (var segment in Address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                shape.Append(HasIdentifier(segment) ? 'D' : 'a');
            }
            return shape.ToString();
        }
    }

    /// <summary>Has a run of digits as identifiers of adverts do.</summary>
    public bool LooksLikeAdvert => HasIdentifier(Address.AbsolutePath) || HasIdentifier(Address.Query);

    /// <summary>Number of path segments.</summary>
    public int Depth => Address.Segments.Length - 1;

    public override string ToString() => Address.AbsoluteUri;

    private static bool HasIdentifier(string text)
    {
        var run = 0;
        foreach (var letter in text)
        {
            run = char.IsAsciiDigit(letter) ? run + 1 : 0;
            if (run == 5)
            {
                return true;
            }
        }
        return false;
    }

    private static string WithoutTracking(string query)
    {
        if (query.Length < 2)
        {
            return "";
        }
        var kept = query[1..].Split('&').Where(pair => pair.Length > 0 && !TrackingPrefixes.Any(prefix => IsTracking(pair, prefix)));
        return string.Join('&', kept);
    }

    private static bool IsTracking(string pair, string prefix) =>
        pair.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (prefix[^1] == '_' || pair.Length == prefix.Length || pair[prefix.Length] is '=' or '_');
}
