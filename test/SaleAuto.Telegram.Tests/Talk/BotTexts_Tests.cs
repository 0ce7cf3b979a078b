using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace SaleAuto.Bot;

public partial class BotTexts_Tests
{
    [Theory]
    [InlineData("BotTexts")]
    [InlineData("SellerTexts")]
    [InlineData("ManagerTexts")]
    public void Should_Say_The_Same_In_Both_Languages(string name)
    {
        var (russian, english) = (Read(name, CultureInfo.InvariantCulture), Read(name, CultureInfo.GetCultureInfo("en")));

        english.Keys.Order().ShouldBe(russian.Keys.Order());
        foreach (var (key, words) in russian)
        {
            PlacesOf(english[key]).ShouldBe(PlacesOf(words), key);
        }
    }

    private static Dictionary<string, string> Read(string name, CultureInfo culture)
    {
        var texts = new ResourceManager($"SaleAuto.Texts.{name}", typeof(BotTexts).Assembly);
        return texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> PlacesOf(string words) => Place().Matches(words).Select(place => place.Value).Distinct().Order();

    [GeneratedRegex("{[0-9]+}")]
    private static partial Regex Place();
}
