namespace SaleAuto.Market;

/// <summary>Makes configured base addresses absolute: one that begins with a slash stands at this program itself.</summary>
internal sealed class BaseAddresses(ISandboxAddress? sandbox = null)
{
    /// <summary>The absolute address, with a slash at the end so that paths are appended to it.</summary>
    public async Task<Uri> GetAsync(string configured, CancellationToken cancellationToken)
    {
        var folder = configured.EndsWith('/') ? configured : configured + "/";
        if (!IsRelative(folder))
        {
            return new Uri(folder, UriKind.Absolute);
        }
        var self = sandbox ?? throw new InvalidOperationException($"{configured} is relative, but there is no sandbox");
        return new Uri(await self.GetAsync(cancellationToken), folder);
    }

    /// <summary>Whether the address stands at this program itself.</summary>
    public static bool IsRelative(string configured) => configured.StartsWith('/') && !configured.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Whether the address can be used.</summary>
    public static bool IsValid(string configured, bool hasSandbox) =>
        IsRelative(configured)
            ? hasSandbox
            : Uri.TryCreate(configured, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
