using System.Text;
using SaleAuto.Staff.Passwords;
using SaleAuto.Staff.SignIn;

namespace SaleAuto.Staff;

public class TotpCode_Tests
{
    // RFC 6238, appendix B, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(2000000000, "279037")]
    public void Should_Give_The_Codes_Of_The_Standard(long seconds, string code)
    {
        var key = Encoding.ASCII.GetBytes("12345678901234567890");
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;

        TotpCode.At(key, now).ShouldBe(code);
        TotpCode.FindStep(key, code, now).ShouldBe(seconds / 30);
        TotpCode.FindStep(key, code, now.AddSeconds(90)).ShouldBeNull();
        TotpCode.ToBase32(key).ShouldBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    [Theory]
    [InlineData("qwertyuiop", true)]
    [InlineData("Qwertyuiop2026!", true)]
    [InlineData("йцукенгшщз", true)]
    [InlineData("пароль пароль", true)]
    [InlineData("1231231231", true)]
    [InlineData("manager-2026", false)]
    [InlineData("зелёная лошадь поёт", false)]
    public void Should_Know_Common_Passwords(string password, bool isKnown) => KnownPasswords.Contains(password, "petrov").ShouldBe(isKnown);

    [Fact]
    public void Should_Know_The_Own_Name_For_A_Password() => KnownPasswords.Contains("petrov123456", "Petrov").ShouldBeTrue();
}
