using System.Globalization;
using System.Resources;

namespace SaleAuto.Localization;

/// <summary>
/// Captions of resources: <c>Leads</c> is the title, <c>Leads.One</c> one row, <c>Leads.Phone</c> a field, <c>Leads.Close</c> an action.
/// A field or action that is called the same everywhere stands once under <c>Fields.CreationTime</c>.
/// </summary>
public sealed class ResourceTexts
{
    private static readonly ResourceManager Texts = new(typeof(ResourceTexts));

    private ResourceTexts()
    {
    } // only marks the resource

    /// <summary>The text under a key in the current UI language, or null.</summary>
    public static string? Find(string key)
    {
        var culture = CultureInfo.CurrentUICulture;
        return Texts.GetString(key, culture) ?? (key.LastIndexOf('.') is var dot and > 0 ? Texts.GetString($"Fields{key[dot..]}", culture) : null);
    }
}
