using System.Text;
using Microsoft.Extensions.Options;

namespace SaleAuto.Site;

/// <summary>Files that search engines read.</summary>
public static class SearchFiles
{
    private static readonly string[] Pages = ["/", "/callback", "/privacy"];

    /// <summary>robots.txt: everything but people's own pages and interfaces.</summary>
    public static IResult Robots(IOptions<PublicAddress> address) => Results.Text(
        $"""
        User-agent: *
        Disallow: /cabinet
        Disallow: /offer/
        Disallow: /sell/
        Disallow: /signin
        Disallow: /en/cabinet
        Disallow: /en/offer/
        Disallow: /en/sell/
        Disallow: /en/signin
        Disallow: /api/
        Disallow: /sandbox
        Allow: /sandbox/market/
        Disallow: /admin

        Sitemap: {address.Value.PublicUrl.TrimEnd('/')}/sitemap.xml

        """, "text/plain", Encoding.UTF8);

    /// <summary>sitemap.xml: the public pages in both languages.</summary>
    public static IResult Sitemap(IOptions<PublicAddress> address)
    {
        var root = address.Value.PublicUrl.TrimEnd('/');
        var map = new StringBuilder("""<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">""");
        foreach (var page in Pages)
        {
            foreach (var path in new[] { page, SiteLanguage.EnglishAddress(page) })
            {
                map.Append($"""<url><loc>{root}{path}</loc><xhtml:link rel="alternate" hreflang="ru" href="{root}{page}"/><xhtml:link rel="alternate" hreflang="en" href="{root}{SiteLanguage.EnglishAddress(page)}"/></url>""");
            }
        }
        return Results.Text(map.Append("</urlset>").ToString(), "application/xml", Encoding.UTF8);
    }
}
