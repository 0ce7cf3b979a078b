namespace SaleAuto.Clients.SignIn;

public class OneTimeCode_Tests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly PhoneNumber Phone = PhoneNumber.Parse("+79161234567");
    private static readonly SignInKey Key = new("k1", new byte[32]);

    [Fact]
    public void Should_Match_Only_Its_Own_Digits()
    {
        var (code, digits) = OneTimeCode.Generate(Phone, null, Key, null, Now, TimeSpan.FromMinutes(10));

        digits.ShouldMatch("^[0-9]{6}$");
        code.Matches(digits, Key).ShouldBeTrue();
        code.Matches(digits == "000000" ? "000001" : "000000", Key).ShouldBeFalse();
    }

    [Fact]
    public void Should_Keep_No_Digits_And_Hash_With_The_Key()
    {
        var (code, digits) = OneTimeCode.Generate(Phone, null, Key, null, Now, TimeSpan.FromMinutes(10));
        var anotherKey = new SignInKey("k1", [1, .. new byte[31]]);

        code.Hash.ShouldNotContain(digits);
        code.Matches(digits, anotherKey).ShouldBeFalse();
    }

    [Fact]
    public void Should_Differ_From_One_To_The_Next() =>
        Enumerable.Range(0, 200)
            .Select(_ => OneTimeCode.Generate(Phone, null, Key, null, Now, TimeSpan.FromMinutes(10)).Digits)
            .Distinct().Count().ShouldBeGreaterThan(190);

    [Fact]
    public void Should_Not_Live_Longer_Than_Ten_Minutes() =>
        Should.Throw<ArgumentException>(() => OneTimeCode.Generate(Phone, null, Key, null, Now, TimeSpan.FromMinutes(10.1)));
}
