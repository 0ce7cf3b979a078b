using System.Globalization;
using System.Resources;

namespace SaleAuto.Localization;

/// <summary>Names of settings: <c>company</c> for a group, <c>company.Phone</c> for a field.</summary>
public sealed class SettingTexts
{
    private static readonly ResourceManager Texts = new(typeof(SettingTexts));

    private SettingTexts()
    {
    } // only marks the resource

    /// <summary>The text under a key in the current language, or null.</summary>
    public static string? Find(string key) => Find(key, CultureInfo.CurrentUICulture);

    /// <summary>The text under a key in a language, or null.</summary>
    public static string? Find(string key, CultureInfo culture) => Texts.GetString(key, culture);
}
