using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace SaleAuto.Site.State;

/// <summary>Keeps a small value in the visitor's own browser, unreadable and unchangeable there.</summary>
public abstract class ProtectedCookie<TValue>(IDataProtectionProvider protection, IOptions<PublicAddress> address, string name, TimeSpan life)
    where TValue : class
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("SaleAuto.Site." + name).ToTimeLimitedDataProtector();

    /// <summary>The value, or null when there is none, it has expired or was tampered with.</summary>
    public TValue? Read(HttpContext context)
    {
        if (context.Request.Cookies[name] is not { Length: > 0 } text)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize<TValue>(_protector.Unprotect(text));
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException)
        {
            return null; // an old key or a cut cookie: the visitor starts afresh
        }
    }

    /// <summary>Stores the value in the answer.</summary>
    public void Write(HttpContext context, TValue value) =>
        context.Response.Cookies.Append(name, _protector.Protect(JsonSerializer.Serialize(value), life), Options(context, life));

    /// <summary>Removes the value.</summary>
    public void Clear(HttpContext context) => context.Response.Cookies.Delete(name, Options(context, null));

    private CookieOptions Options(HttpContext context, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps || address.Value.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = maxAge,
        IsEssential = true,
    };
}
