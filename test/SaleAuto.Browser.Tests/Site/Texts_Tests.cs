using System.Collections;
using System.Globalization;
using System.Resources;
using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Leads;
using SaleAuto.Localization;

namespace SaleAuto.Site;

public class Texts_Tests
{
    public static TheoryData<Type> Resources => [typeof(SiteTexts), typeof(LandingTexts), typeof(FlowTexts), typeof(PrivacyTexts), typeof(EnumTexts), typeof(ConsentTexts)];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Should_Be_Complete_In_Both_Languages(Type resource)
    {
        var russian = Read(resource, CultureInfo.InvariantCulture);
        var english = Read(resource, CultureInfo.GetCultureInfo("en"));

        english.Keys.Order().ShouldBe(russian.Keys.Order());
        russian.ShouldAllBe(text => text.Value.Trim().Length > 0);
        english.ShouldAllBe(text => text.Value.Trim().Length > 0);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void Should_Name_The_Same_Values_In_Both_Languages(Type resource)
    {
        var english = Read(resource, CultureInfo.GetCultureInfo("en"));

        foreach (var (key, text) in Read(resource, CultureInfo.InvariantCulture))
        {
            Values(english[key]).ShouldBe(Values(text), key);
        }
    }

    [Fact]
    public void Should_Name_Every_Choice_And_State()
    {
        var names = Read(typeof(EnumTexts), CultureInfo.InvariantCulture);

        foreach (var type in new[] { typeof(CarCondition), typeof(LeadSource), typeof(LeadStatus), typeof(LeadKind), typeof(ClientOpinion) })
        {
            Enum.GetNames(type).ShouldAllBe(name => names.ContainsKey($"{type.Name}.{name}"));
        }
    }

    private static string[] Values(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, @"\{\w+\}").Select(match => match.Value).Distinct().Order()];

    private static Dictionary<string, string> Read(Type resource, CultureInfo culture) =>
        new ResourceManager(resource).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(text => (string)text.Key, text => (string)text.Value!);
}
