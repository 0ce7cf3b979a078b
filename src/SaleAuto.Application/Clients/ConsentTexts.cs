using System.Globalization;
using System.Resources;

namespace SaleAuto.Clients;

/// <summary>The consents that the program is delivered with: <c>Kind.Current</c> names their version, <c>Kind.Version.Label</c> and <c>.Text</c> hold them.</summary>
/// <remarks>A text that people agreed to is never edited: the owner publishes the next version on the settings screen.</remarks>
public sealed class ConsentTexts
{
    private static readonly ResourceManager Texts = new(typeof(ConsentTexts));

    private ConsentTexts()
    {
    } // only marks the resource

    /// <summary>The delivered version of a kind.</summary>
    public static string VersionOf(ConsentKind kind) => Get($"{kind}.Current", CultureInfo.InvariantCulture);

    /// <summary>The delivered words of a kind in a language.</summary>
    internal static ConsentWords In(string language, ConsentKind kind)
    {
        var culture = language == "en" ? CultureInfo.GetCultureInfo("en") : CultureInfo.InvariantCulture;
        return new(Get($"{kind}.{VersionOf(kind)}.Label", culture), Get($"{kind}.{VersionOf(kind)}.Text", culture));
    }

    private static string Get(string key, CultureInfo culture) =>
        Texts.GetString(key, culture) ?? throw new InvalidOperationException($"The consent text {key} is missing");
}
