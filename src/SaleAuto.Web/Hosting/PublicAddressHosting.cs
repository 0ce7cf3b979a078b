namespace SaleAuto.Hosting;

/// <summary>The address that people reach the program by.</summary>
internal static class PublicAddressHosting
{
    private const string KestrelDefault = "http://localhost:5000";

    /// <summary>Reads <c>PublicUrl</c>; in Development it defaults to the first address that the server listens on.</summary>
    public static void AddPublicAddress(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && string.IsNullOrEmpty(builder.Configuration["PublicUrl"]))
        {
            var first = builder.Configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? KestrelDefault;
            builder.Configuration["PublicUrl"] = first.Replace("*", "localhost").Replace("+", "localhost").Replace("0.0.0.0", "localhost").Replace("[::]", "localhost");
        }
        builder.Services.AddOptions<PublicAddress>()
            .Bind(builder.Configuration)
            .Validate(address => Uri.TryCreate(address.PublicUrl, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https"),
                "PublicUrl is missing: set it to the address that people reach the program by, such as https://saleauto.example")
            .ValidateOnStart();
    }
}
