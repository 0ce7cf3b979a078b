using System.ComponentModel.DataAnnotations;

namespace SaleAuto;

/// <summary>The address that people reach the program by; root key <c>PublicUrl</c> of the configuration.</summary>
public sealed class PublicAddress
{
    /// <summary>Absolute address without a path, such as <c>https://saleauto.example</c>.</summary>
    [Required, Url]
    public string PublicUrl { get; set; } = "";

    /// <summary>The host alone, as it stands in the last line of a code's SMS.</summary>
    public string Host => new Uri(PublicUrl).Host;

    /// <summary>Absolute address of a page.</summary>
    /// <param name="path">Path from the root, with a leading slash.</param>
    public string Of(string path) => PublicUrl.TrimEnd('/') + path;
}
