using System.Text;
using Microsoft.Extensions.Options;
using SaleAuto.Bot;
using SaleAuto.Telegram;

namespace SaleAuto.Talk;

public class CallbackSigner_Tests
{
    private static readonly CallbackSigner _signer = new(Options.Create(new TelegramOptions { BotToken = "1:token" }));

    [Fact]
    public void Should_Fit_The_Longest_Action_With_A_Row_Into_64_Bytes()
    {
        var action = new BotAction(new string('a', 20), Guid.NewGuid(), "12345678");

        var data = _signer.Sign(-100_1234567890, action);

        Encoding.UTF8.GetByteCount(data).ShouldBeLessThanOrEqualTo(64);
        _signer.Read(-100_1234567890, data).ShouldBe(new PressedButton.Opens(action, IsForced: false));
    }

    [Fact]
    public void Should_Read_Choices_And_Back()
    {
        var id = Guid.NewGuid().ToString();

        _signer.Read(7, _signer.SignChoice(7, 12345, id)).ShouldBe(new PressedButton.Chooses(12345, id));
        _signer.Read(7, _signer.SignBack(7, 3)).ShouldBe(new PressedButton.GoesBack(3));
        _signer.Read(7, _signer.Sign(7, new BotAction("bot.menu"), isForced: true)).ShouldBe(new PressedButton.Opens(new BotAction("bot.menu"), IsForced: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("2obot.menu||AAAAAAAA")]
    [InlineData("1obot.menu||AAAAAAAA")]
    public void Should_Read_Nothing_That_It_Did_Not_Sign(string data) => _signer.Read(7, data).ShouldBeNull();

    [Fact]
    public void Should_Read_Nothing_Of_Another_Chat_Or_Another_Bot()
    {
        var data = _signer.Sign(7, new BotAction("bot.menu"));

        _signer.Read(8, data).ShouldBeNull();
        new CallbackSigner(Options.Create(new TelegramOptions { BotToken = "2:token" })).Read(7, data).ShouldBeNull();
    }
}
