using System.Globalization;
using System.Resources;
using SaleAuto.Localization;

namespace SaleAuto.Bot;

/// <summary>Words of the seller's talk, by key: <c>Texts/SellerTexts.resx</c> in Russian, <c>SellerTexts.en.resx</c> in English.</summary>
internal static class SellerTexts
{
    private static readonly ResourceManager Texts = new("SaleAuto.Texts.SellerTexts", typeof(SellerTexts).Assembly);
    private static readonly ResourceManager Enums = new(typeof(EnumTexts));

    /// <summary>The words under a key in the current language.</summary>
    public static string Get(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"The seller's talk has no words for {key}");

    /// <summary>The words with values in their places.</summary>
    public static string Get(string key, params IReadOnlyList<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(key), [.. values]);

    /// <summary>Name of an enum value for people.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enums.GetString($"{typeof(TEnum).Name}.{value}", CultureInfo.CurrentUICulture) ?? value.ToString();
}
