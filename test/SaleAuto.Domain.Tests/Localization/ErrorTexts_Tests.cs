using System.Globalization;
using System.Reflection;
using System.Resources;

namespace SaleAuto.Localization;

public class ErrorTexts_Tests
{
    public static TheoryData<string> Codes => [.. typeof(SaleAutoErrorCodes).GetNestedTypes()
        .SelectMany(group => group.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Should_Have_A_Text_For_Every_Code_In_Both_Languages(string code)
    {
        var texts = new ResourceManager(typeof(ErrorTexts));
        var russian = texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.GetString(code);
        var english = texts.GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false)!.GetString(code);

        russian.ShouldNotBeNullOrWhiteSpace();
        english.ShouldNotBeNullOrWhiteSpace();
        russian.ShouldMatch("[а-яё]");
        english.ShouldNotMatch("[а-яё]");
    }

    [Theory]
    [InlineData(59.2, "через 60 с.")]
    [InlineData(600, "через 10 мин.")]
    [InlineData(7200, "через 2 ч.")]
    public void Should_Say_How_Long_To_Wait(double seconds, string expected) =>
        ErrorTexts.For(SaleAutoErrorCodes.SignIn.TooManyCodes, retryAfter: TimeSpan.FromSeconds(seconds)).ShouldEndWith(expected);
}
