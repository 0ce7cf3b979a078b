using SaleAuto.Localization;
using SaleAuto.Staff;
using SaleAuto.Staff.SignIn;

namespace SaleAuto.Bot;

/// <summary>Asks whether a browser that waits for its sign-in is the person's own.</summary>
internal sealed class SignInQuestion(ISignInConfirmation confirmation)
{
    public const string Yes = "signin.yes";
    public const string No = "signin.no";

    private const string LinkPrefix = "signin_";

    /// <summary>The question, when the text is the code of a waiting browser.</summary>
    public async Task<BotReply?> FindAsync(BotTurn turn, string text, CancellationToken cancellationToken)
    {
        var code = text.Trim();
        if (code.StartsWith(LinkPrefix, StringComparison.OrdinalIgnoreCase))
        {
            code = code[LinkPrefix.Length..];
            if (await AskAsync(turn, code, cancellationToken) is not { } question)
            {
                return BotReply.Of(ErrorTexts.For(SaleAutoErrorCodes.Staff.SignInCodeInvalid));
            }
            return question;
        }
        return code.Length == StaffConsts.SignInCodeLength ? await AskAsync(turn, code, cancellationToken) : null;
    }

    /// <summary>The person's answer.</summary>
    public async Task<BotReply> AnswerAsync(BotTurn turn, BotAction action, CancellationToken cancellationToken)
    {
        var isConfirmed = action.Name == Yes;
        await confirmation.AnswerAsync(turn.Update.ChatId, action.Argument ?? "", isConfirmed, cancellationToken);
        return BotReply.Of(BotTexts.Get(isConfirmed ? "SignIn.Confirmed" : "SignIn.Refused"));
    }

    private async Task<BotReply?> AskAsync(BotTurn turn, string code, CancellationToken cancellationToken) =>
        await confirmation.FindAsync(turn.Update.ChatId, code, cancellationToken) is { } waiting
            ? BotReply.OfHtml(BotTexts.Get("SignIn"), waiting.Code, waiting.Device ?? "—", waiting.Address ?? "—").AsNew()
                .Row(
                    BotButton.Act(BotTexts.Get("SignIn.Yes"), Yes, argument: waiting.Code),
                    BotButton.Act(BotTexts.Get("SignIn.No"), No, argument: waiting.Code))
            : null;
}
