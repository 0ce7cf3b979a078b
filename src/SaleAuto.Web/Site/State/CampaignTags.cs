using System.Text.Json;
using SaleAuto.Leads;

namespace SaleAuto.Site.State;

/// <summary>Remembers the utm tags of the address that brought the visitor, whatever page it was; the newest visit with tags counts.</summary>
public static class CampaignTags
{
    private const string Cookie = "utm";

    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>Middleware that notes the tags of a page address.</summary>
    public static Task Note(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) && ReadQuery(context.Request.Query) is { } tags)
        {
            context.Response.Cookies.Append(Cookie, JsonSerializer.Serialize(tags), new CookieOptions
            {
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                MaxAge = Life,
                IsEssential = true,
            });
        }
        return next(context);
    }

    /// <summary>The tags noted for this visitor, or null.</summary>
    public static UtmTags? Read(HttpContext context)
    {
        if (ReadQuery(context.Request.Query) is { } fresh)
        {
            return fresh;
        }
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 and < 4000 } text && JsonSerializer.Deserialize<UtmTags>(text) is { } kept
                ? Create(kept.Source, kept.Medium, kept.Campaign, kept.Content, kept.Term)
                : null;
        }
        catch (JsonException)
        {
            return null; // somebody edited the cookie; a lead matters more than its tags
        }
    }

    private static UtmTags? ReadQuery(IQueryCollection query) =>
        Create(query["utm_source"], query["utm_medium"], query["utm_campaign"], query["utm_content"], query["utm_term"]);

    private static UtmTags? Create(string? source, string? medium, string? campaign, string? content, string? term)
    {
        var tags = new UtmTags { Source = Cut(source), Medium = Cut(medium), Campaign = Cut(campaign), Content = Cut(content), Term = Cut(term) };
        return tags == new UtmTags() ? null : tags;
    }

    private static string? Cut(string? tag) => tag?.Trim() switch
    {
        null or "" => null,
        { Length: > LeadConsts.MaxUtmLength } tooLong => tooLong[..LeadConsts.MaxUtmLength],
        var fits => fits,
    };
}
