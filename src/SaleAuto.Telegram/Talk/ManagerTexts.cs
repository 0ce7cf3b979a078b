using System.Globalization;
using System.Resources;
using SaleAuto.Localization;

namespace SaleAuto.Bot;

/// <summary>Words of the managers' talk, by key: <c>Texts/ManagerTexts.resx</c> in Russian, <c>ManagerTexts.en.resx</c> in English.</summary>
internal static class ManagerTexts
{
    private static readonly ResourceManager Texts = new("SaleAuto.Texts.ManagerTexts", typeof(ManagerTexts).Assembly);
    private static readonly ResourceManager Enums = new(typeof(EnumTexts));

    /// <summary>The words under a key in the current language.</summary>
    public static string Get(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"The manager's talk has no words for {key}");

    /// <summary>The words with values in their places.</summary>
    public static string Get(string key, params IReadOnlyList<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(key), [.. values]);

    /// <summary>Name of an enum value for people.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enums.GetString($"{typeof(TEnum).Name}.{value}", CultureInfo.CurrentUICulture) ?? value.ToString();
}
