using SaleAuto.Staff;
using SaleAuto.Staff.Linking;

namespace SaleAuto.Bot;

/// <summary>Talks to chats that nobody linked: they learn how to link, and nothing else.</summary>
internal sealed class BotStrangers(ITelegramLinking linking, TimeProvider clock)
{
    public async Task<BotTurn> AnswerAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (FindCode(turn.Update.Message.Text) is not { } code)
        {
            return turn.Say(BotReply.Of(BotTexts.Get("Stranger")));
        }
        if (turn.Chat.IsGuessing(now))
        {
            return turn.Say(BotReply.Of(BotTexts.Get("Stranger.TooMany")));
        }
        switch (await linking.LinkAsync(turn.Update.ChatId, code, cancellationToken))
        {
            case { } person:
                turn.Chat.Hear(person.StaffId, turn.Update.MessageId);
                return turn.Say(BotReply.OfHtml(BotTexts.Get("Linked"), person.FullName).Row(BotButton.Act(BotTexts.Get("Menu.Button"), BotScreens.Menu)));
            default:
                turn.Chat.CountWrongCode(now);
                return turn.Say(BotReply.Of(BotTexts.Get("Stranger.WrongCode")));
        }
    }

    // "/start CODE" from the link, or the code typed by hand.
    private static string? FindCode(string? text)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["/start", var code] => code,
            [{ Length: StaffConsts.LinkCodeLength } code] when code[0] != '/' => code,
            _ => null,
        };
    }
}
