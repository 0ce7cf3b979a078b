namespace SaleAuto.Sms;

public class TwilioSignature_Tests
{
    private const string Token = "12345";
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8="; // from Twilio's documentation

    private static readonly Dictionary<string, string> _parameters = new()
    {
        ["To"] = "+18005551212",
        ["CallSid"] = "CA1234567890ABCDE",
        ["Caller"] = "+14158675309",
        ["Digits"] = "1234",
        ["From"] = "+14158675309",
    };

    [Fact]
    public void Should_Accept_The_Signature_Of_Twilios_Documentation() =>
        TwilioSignature.IsValid(Signature, Token, Url, _parameters).ShouldBeTrue();

    [Theory]
    [InlineData(null, Token, Url)]
    [InlineData("", Token, Url)]
    [InlineData("rSOYDt4T1cUTdK1PDd93/VVr8B8=", Token, Url)]
    [InlineData(Signature, "54321", Url)]
    [InlineData(Signature, Token, "http://mycompany.com/myapp.php?foo=1&bar=2")]
    public void Should_Refuse_A_Missing_Or_Foreign_Signature(string? signature, string token, string url) =>
        TwilioSignature.IsValid(signature, token, url, _parameters).ShouldBeFalse();

    [Fact]
    public void Should_Refuse_A_Changed_Parameter() =>
        TwilioSignature.IsValid(Signature, Token, Url, new Dictionary<string, string>(_parameters) { ["Digits"] = "1235" }).ShouldBeFalse();
}
