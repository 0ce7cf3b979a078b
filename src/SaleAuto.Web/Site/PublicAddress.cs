namespace SaleAuto.Site;

/// <summary>The address under which the site is known, for links that leave it.</summary>
public static class PublicAddress
{
    /// <summary>The setting <c>PublicUrl</c>, or, while it is not set, the address that was asked for; without a slash at the end.</summary>
    public static string Of(IConfiguration configuration, HttpContext context) =>
        configuration["PublicUrl"] is { Length: > 0 } known
            ? known.TrimEnd('/')
            : $"{context.Request.Scheme}://{context.Request.Host}";
}
