using System.Globalization;
using System.Resources;

namespace SaleAuto.Bot;

/// <summary>Words of the bot itself, by key: <c>Texts/BotTexts.resx</c> in Russian, <c>BotTexts.en.resx</c> in English.</summary>
internal static class BotTexts
{
    private static readonly ResourceManager Texts = new("SaleAuto.Texts.BotTexts", typeof(BotTexts).Assembly);

    /// <summary>The words under a key in the current language.</summary>
    public static string Get(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"The bot has no words for {key}");

    /// <summary>The words with values in their places.</summary>
    public static string Get(string key, params IReadOnlyList<object?> values) => string.Format(CultureInfo.CurrentCulture, Get(key), [.. values]);
}
