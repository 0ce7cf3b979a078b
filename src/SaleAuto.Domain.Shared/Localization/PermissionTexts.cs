using System.Globalization;
using System.Resources;

namespace SaleAuto.Localization;

/// <summary>Names of permissions, their groups and the roles, by name; <c>*.Create</c> is what every permission of that ending is called.</summary>
public sealed class PermissionTexts
{
    private static readonly ResourceManager Texts = new(typeof(PermissionTexts));

    private PermissionTexts()
    {
    } // only marks the resource

    /// <summary>The text under a key in the current language, or null.</summary>
    public static string? Find(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture);
}
