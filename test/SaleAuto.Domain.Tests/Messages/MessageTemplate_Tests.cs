namespace SaleAuto.Messages;

public class MessageTemplate_Tests
{
    private static readonly MessageText Text = new("Client.Code", MessageTextKind.Sms, MessageAudience.Client, new MessageValue("Code"), new MessageValue("Brand")) { Obligatory = ["Code"] };

    [Theory]
    [InlineData("{Code} — код {Brand}", null, null)]
    [InlineData("{Code} {Code}", null, null)]
    [InlineData("Ваш код", SaleAutoErrorCodes.Messages.PlaceholderMissing, "{Code}")]
    [InlineData("{Code} {Имя}", SaleAutoErrorCodes.Messages.PlaceholderUnknown, "{Имя}")]
    [InlineData("{Code} { Brand }", SaleAutoErrorCodes.Messages.PlaceholderUnknown, "{ Brand }")]
    [InlineData("{Code} {}", SaleAutoErrorCodes.Messages.PlaceholderUnknown, "{}")]
    [InlineData("{Code} {Brand", SaleAutoErrorCodes.Messages.BraceUnbalanced, null)]
    [InlineData("{Code}} пришёл", SaleAutoErrorCodes.Messages.BraceUnbalanced, null)]
    [InlineData("{{Code}}", SaleAutoErrorCodes.Messages.BraceUnbalanced, null)]
    [InlineData("  ", SaleAutoErrorCodes.Fields.Required, null)]
    public void Should_Say_What_Is_Wrong_With_A_Text(string words, string? code, string? placeholder)
    {
        var faults = Text.Check(words, "ru");

        faults.Select(x => x.Code).ShouldBe(code is null ? [] : [code]);
        if (placeholder is not null)
        {
            faults[0].Values!["Placeholder"].ShouldBe(placeholder);
            Localization.ErrorTexts.For(faults[0].Code, faults[0].Values).ShouldContain(placeholder);
        }
    }

    [Fact]
    public void Should_Refuse_A_Text_That_Is_Too_Long() =>
        Text.Check("{Code}" + new string('а', 500), "ru").ShouldHaveSingleItem().Code.ShouldBe(SaleAutoErrorCodes.Messages.TextTooLong);

    [Fact]
    public void Should_Not_Look_Into_Values_Again() =>
        MessageTemplate.Fill("{Seller}: {Code}", new Dictionary<string, string> { ["Seller"] = "{Code}", ["Code"] = "1" }).ShouldBe("{Code}: 1");
}

public class SmsLength_Tests
{
    [Theory]
    [InlineData(0, "a", 0, 0)]
    [InlineData(160, "a", 160, 1)]
    [InlineData(161, "a", 161, 2)]
    [InlineData(306, "a", 306, 2)]
    [InlineData(307, "a", 307, 3)]
    [InlineData(80, "€", 160, 1)]
    [InlineData(81, "€", 162, 2)]
    [InlineData(153, "€", 306, 3)] // a part of 153 takes 76 pairs: no pair is torn
    [InlineData(70, "ж", 70, 1)]
    [InlineData(71, "ж", 71, 2)]
    [InlineData(134, "ж", 134, 2)]
    [InlineData(135, "ж", 135, 3)]
    [InlineData(35, "😀", 70, 1)]
    [InlineData(67, "😀", 134, 3)]
    public void Should_Count_Characters_And_Parts(int times, string character, int characters, int segments)
    {
        var length = SmsLength.Of(string.Concat(Enumerable.Repeat(character, times)));

        (length.Characters, length.Segments).ShouldBe((characters, segments));
    }

    [Fact]
    public void Should_Tell_How_Much_Still_Fits()
    {
        SmsLength.Of("Hello, [Anna]!\n").ShouldBe(new SmsLength(17, 1, false, 143));
        SmsLength.Of("Код 481516").ShouldBe(new SmsLength(10, 1, true, 60));
        SmsLength.Of("Don’t share it").IsUnicode.ShouldBeTrue(); // a typographic apostrophe makes an SMS dear
    }
}
